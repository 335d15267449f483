using Npgsql;

namespace Blacklist.Api.Lookups;

/// <summary>To which authority a caller belongs, as its newest entry in the audit says; each has one, for it signed in.</summary>
internal sealed class CallerDepartmentRows(NpgsqlDataSource database)
{
    public async Task<IReadOnlyDictionary<string, string>> Of(IEnumerable<string> callers, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            SELECT caller, department FROM unnest($1) AS caller
             CROSS JOIN LATERAL (SELECT department FROM audit.entries WHERE entries.caller = caller.caller AND department <> '' ORDER BY id DESC LIMIT 1) AS newest
            """);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. callers.Distinct()] });
        var departments = new Dictionary<string, string>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            departments.Add(reader.GetString(0), reader.GetString(1));
        }

        return departments;
    }
}
