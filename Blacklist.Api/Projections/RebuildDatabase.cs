using Npgsql;

namespace Blacklist.Api.Projections;

/// <summary>What a rebuild asks of its connection. Names of tables come from the catalogue and are quoted.</summary>
internal sealed class RebuildDatabase(NpgsqlConnection connection)
{
    public async Task Run(string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await command.ExecuteNonQueryAsync();
    }

    public async Task<long> Position()
    {
        await using var command = new NpgsqlCommand("SELECT position FROM registry.log_position", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async Task<string[]> TablesIn(string schema)
    {
        await using var command = new NpgsqlCommand(
            "SELECT coalesce(array_agg(relname::text ORDER BY oid), '{}') FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind = 'r'",
            connection)
        {
            Parameters = { new() { Value = schema } },
        };
        return (string[])(await command.ExecuteScalarAsync())!;
    }

    public async Task<TableDigest> Digest(string schema, string table)
    {
        await using var command = new NpgsqlCommand("SELECT rows, digest FROM registry.table_digest(format('%I.%I', $1, $2)::regclass)", connection)
        {
            Parameters = { new() { Value = schema }, new() { Value = table } },
            CommandTimeout = 0,
        };
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new TableDigest(reader.GetInt64(0), reader.GetString(1));
    }

    /// <summary>Around the tables whose definition says what callers may be shown of them.</summary>
    public async Task RaiseWalls(string schema)
    {
        await using var command = new NpgsqlCommand(
            "SELECT coalesce(array_agg(DISTINCT relname::text), '{}') FROM pg_policy JOIN pg_class ON pg_class.oid = polrelid WHERE relnamespace = $1::regnamespace",
            connection)
        {
            Parameters = { new() { Value = schema } },
        };
        foreach (var table in (string[])(await command.ExecuteScalarAsync())!)
        {
            await Run($"CALL registry.raise_wall('{schema}.{Quoted(table)}')");
        }
    }

    public async Task Drop(InstalledReadModel old)
    {
        if (old.Tables.Count > 0)
        {
            await Run($"DROP TABLE IF EXISTS {string.Join(", ", old.Tables.Select(table => $"read_model.{Quoted(table)}"))}"); // together: their walls may lean on each other
        }

        await Run("DELETE FROM registry.read_models WHERE name = $1", old.Name);
    }

    public async Task PutInPlace(Projection projection, string[] tables)
    {
        foreach (var table in tables)
        {
            await Run($"ALTER TABLE {Quoted(table)} SET SCHEMA read_model");
        }

        await Run("INSERT INTO registry.read_models (name, digest, tables) VALUES ($1, $2, $3)", projection.Name, projection.Digest, tables);
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
