using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.Security.Limits;

/// <summary>What all nodes have counted together (<c>security.daily_use</c>).</summary>
internal sealed class UseRecord(NpgsqlDataSource database)
{
    /// <returns>Persons of the day on all nodes, for each that was given.</returns>
    public async Task<long[]> Add(DateOnly day, IReadOnlyList<(string Caller, string Regions, UseSum Sum)> counted)
    {
        await using var command = database.CreateCommand("SELECT place, all_persons FROM security.add_use($1, $2, $3, $4, $5, $6)");
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. counted.Select(one => one.Caller)] });
        command.Parameters.Add(new NpgsqlParameter { Value = day, NpgsqlDbType = NpgsqlDbType.Date });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. counted.Select(one => one.Regions)] });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. counted.Select(one => one.Sum.Requests)] });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. counted.Select(one => one.Sum.Persons)] });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. counted.Select(one => one.Sum.Refused)] });
        var totals = new long[counted.Count];
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            totals[reader.GetInt64(0) - 1] = reader.GetInt64(1);
        }

        return totals;
    }
}
