using Npgsql;

namespace Blacklist.Api.Commands;

/// <summary>Running numbers, unique in their series over all nodes.</summary>
internal sealed class NumberSeries(NpgsqlDataSource database)
{
    /// <summary>Draws <paramref name="count"/> numbers in a row.</summary>
    /// <returns>The first of them.</returns>
    public async Task<long> Next(string series, int count = 1)
    {
        await using var command = database.CreateCommand(
            """
            INSERT INTO registry.number_series AS known (series, last) VALUES ($1, $2)
            ON CONFLICT (series) DO UPDATE SET last = known.last + $2
            RETURNING last
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = series });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = count });
        return (long)(await command.ExecuteScalarAsync())! - count + 1;
    }
}
