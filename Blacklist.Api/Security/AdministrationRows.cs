using Npgsql;

namespace Blacklist.Api.Security;

/// <summary>What an administrator did to a user or a client.</summary>
/// <param name="Act">Such as <c>user_suspended</c>.</param>
internal sealed record AdministrativeAct(DateTimeOffset At, string By, string Act);

/// <summary>Reads <c>security.administration</c>.</summary>
internal sealed class AdministrationRows(NpgsqlDataSource database)
{
    private const int Most = 100;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<AdministrativeAct>> Of(string subject, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("SELECT at, actor, act FROM security.administration WHERE subject = $1 ORDER BY act_id DESC LIMIT $2");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = subject });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Most });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var acts = new List<AdministrativeAct>();
        while (await row.ReadAsync(cancellation))
        {
            acts.Add(new AdministrativeAct(row.GetFieldValue<DateTimeOffset>(0), row.GetString(1), row.GetString(2)));
        }

        return acts;
    }
}
