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

        return await Known(identity) ?? await Add(identity);
    }

    /// <returns>Null for somebody without a document, or with none that a clerk has looked at.</returns>
    public async Task<PersonId?> Known(PersonIdentity identity)
    {
        await using var command = database.CreateCommand("SELECT person_id FROM vault.subjects WHERE digest = ANY ($1) ORDER BY digest LIMIT 1");
        command.Parameters.Add(Sought(identity));
        return await command.ExecuteScalarAsync() is Guid known ? new PersonId(known) : null;
    }

    /// <summary>One at a time on all nodes, as two of them may digest under different keys.</summary>
    private async Task<PersonId?> Add(PersonIdentity identity)
    {
        var key = vault.Keys.Digests[0];
        var id = new PersonId(Guid.CreateVersion7());
        await using var connection = await database.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        foreach (var row in vault.Seal(id, identity))
        {
            batch.BatchCommands.Add(row.Statement.For([row.Values]));
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT pg_advisory_xact_lock(hashtext('vault.subjects'))"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            """
            INSERT INTO vault.subjects (digest, person_id, digest_key)
            SELECT DISTINCT digest, $2, $3 FROM unnest($1) AS digest WHERE NOT EXISTS (SELECT FROM vault.subjects AS known WHERE known.digest = ANY ($4))
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<byte[][]> { TypedValue = [.. identity.Documents.Select(document => key.Of(document).ToArray())] },
                new NpgsqlParameter<Guid> { TypedValue = id.Value }, new NpgsqlParameter<string> { TypedValue = key.Id }, Sought(identity),
            },
        });
        await batch.ExecuteNonQueryAsync();
        return await Known(identity); // another node may have been first
    }

    private NpgsqlParameter<byte[][]> Sought(PersonIdentity identity) =>
        new() { TypedValue = [.. identity.Documents.SelectMany(vault.StoredDigests)] };
}
