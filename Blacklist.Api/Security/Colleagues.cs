using Npgsql;

namespace Blacklist.Api.Security;

/// <summary>Whose checks a caller may see, within its regions: a partner those of its own department, a registration authority everybody's.</summary>
internal sealed class Colleagues(NpgsqlDataSource database)
{
    /// <returns>Null for everybody's.</returns>
    public async ValueTask<IReadOnlyList<string>?> Of(Caller caller, CancellationToken cancellation)
    {
        if (caller.May(Permission.ReadChecksOfOthers))
        {
            return null;
        }

        await using var command = database.CreateCommand(
            """
            SELECT client_id FROM security.api_clients WHERE department = $1 AND department <> ''
             UNION ALL
            SELECT user_id FROM security.users WHERE department = $1 AND department <> ''
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = caller.Department });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<string> colleagues = [caller.Subject];
        while (await reader.ReadAsync(cancellation))
        {
            colleagues.Add(reader.GetString(0));
        }

        return colleagues;
    }

    public async ValueTask<bool> Include(Caller caller, string asker, CancellationToken cancellation) =>
        asker == caller.Subject || await Of(caller, cancellation) is not { } few || few.Contains(asker);
}
