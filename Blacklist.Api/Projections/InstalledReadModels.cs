using Npgsql;

namespace Blacklist.Api.Projections;

/// <summary>The read models that the database has.</summary>
/// <param name="Digest">Of the whole set, as every append must name it.</param>
internal sealed record InstalledReadModels(string Digest, IReadOnlyList<InstalledReadModel> All)
{
    /// <summary>As the code defines it, with all its tables there.</summary>
    public bool Has(Projection projection) =>
        All.Any(installed => installed.Name == projection.Name && installed.Digest == projection.Digest && installed.Missing == 0);

    public static async Task<InstalledReadModels> Read(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT log.read_models, m.name, m.digest, m.tables,
                   (SELECT count(*) FROM unnest(m.tables) AS t(name) WHERE to_regclass(format('read_model.%I', t.name)) IS NULL)
              FROM registry.log_position AS log LEFT JOIN registry.read_models AS m ON true
             ORDER BY m.name
            """,
            connection);
        await using var reader = await command.ExecuteReaderAsync();
        var (digest, all) = ("", new List<InstalledReadModel>());
        while (await reader.ReadAsync())
        {
            digest = reader.GetString(0);
            if (!await reader.IsDBNullAsync(1))
            {
                all.Add(new InstalledReadModel(
                    reader.GetString(1), reader.GetString(2), reader.GetFieldValue<string[]>(3), reader.GetInt64(4)));
            }
        }

        return new InstalledReadModels(digest, all);
    }
}

/// <param name="Missing">How many of its tables are gone.</param>
internal sealed record InstalledReadModel(string Name, string Digest, IReadOnlyList<string> Tables, long Missing);
