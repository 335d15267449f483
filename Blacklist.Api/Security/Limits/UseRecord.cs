using Npgsql;

namespace Blacklist.Api.Security.Limits;

/// <summary>What all nodes have counted together (<c>security.daily_use</c>).</summary>
internal sealed class UseRecord(NpgsqlDataSource database)
{
    /// <param name="exchange">Of the node. What was added under a number is not added again.</param>
    /// <returns>Persons of the day on all nodes, for each that was given.</returns>
    public async Task<long[]> Add(Guid node, long exchange, IReadOnlyList<CountedUse> counted)
    {
        await using var command = database.CreateCommand("SELECT place, all_persons FROM security.add_use_once($1, $2, $3, $4, $5, $6, $7, $8)");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = node });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = exchange });
        Add(one => one.Caller);
        Add(one => one.Day);
        Add(one => one.Use.Regions);
        Add(one => one.Sum.Requests);
        Add(one => one.Sum.Persons);
        Add(one => one.Sum.Refused);
        var totals = new long[counted.Count];
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            totals[reader.GetInt64(0) - 1] = reader.GetInt64(1);
        }

        return totals;

        void Add<T>(Func<CountedUse, T> column) => command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = [.. counted.Select(column)] });
    }
}
