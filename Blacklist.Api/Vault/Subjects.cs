using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Npgsql;

namespace Blacklist.Api.Vault;

/// <summary>Applicants as persons of the vault: the same document is the same subject, on every node.</summary>
internal sealed class Subjects(NpgsqlDataSource database, IdentityVault vault)
{
    /// <returns>Null for somebody without a document: such a one cannot be recognized again.</returns>
    public async Task<PersonId?> Of(PersonIdentity identity)
    {
        if (identity.Documents is [])
        {
            return null;
        }

        var digests = Digests(identity);
        return await Find(digests) ?? await Add(identity, digests);
    }

    /// <returns>Null for somebody without a document, or with none that a clerk has looked at.</returns>
    public Task<PersonId?> Known(PersonIdentity identity) => Find(Digests(identity));

    private byte[][] Digests(PersonIdentity identity) => [.. identity.Documents.Select(document => vault.Digest(document).ToArray())];

    private async Task<PersonId?> Find(byte[][] digests)
    {
        await using var command = database.CreateCommand("SELECT person_id FROM vault.subjects WHERE digest = ANY ($1) ORDER BY digest LIMIT 1");
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = digests });
        return await command.ExecuteScalarAsync() is Guid known ? new PersonId(known) : null;
    }

    private async Task<PersonId?> Add(PersonIdentity identity, byte[][] digests)
    {
        var id = new PersonId(Guid.CreateVersion7());
        await using var connection = await database.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        foreach (var row in vault.Seal(id, identity))
        {
            batch.BatchCommands.Add(row.Statement.For([row.Values]));
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand("INSERT INTO vault.subjects (digest, person_id) SELECT digest, $2 FROM unnest($1) AS digest ON CONFLICT DO NOTHING")
        {
            Parameters = { new NpgsqlParameter<byte[][]> { TypedValue = digests }, new NpgsqlParameter<Guid> { TypedValue = id.Value } },
        });
        await batch.ExecuteNonQueryAsync();
        return await Find(digests); // another node may have been first
    }
}
