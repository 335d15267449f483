using Npgsql;

namespace Blacklist.Api.Console.Operations;

/// <param name="BuiltAt">When it was last made from the log as a whole; since then each event changes it in its own transaction.</param>
internal sealed record BuiltReadModel(string Name, string Digest, DateTimeOffset BuiltAt);

/// <summary>Reads which read models the database has.</summary>
internal sealed class ReadModelRows(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<BuiltReadModel>> All(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("SELECT name, digest, built_at FROM registry.read_models ORDER BY name");
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var all = new List<BuiltReadModel>();
        while (await row.ReadAsync(cancellation))
        {
            all.Add(new BuiltReadModel(row.GetString(0), row.GetString(1), row.GetFieldValue<DateTimeOffset>(2)));
        }

        return all;
    }
}
