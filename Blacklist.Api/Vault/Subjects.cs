using Blacklist.Api.EventLog;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.Vault;

/// <summary>Applicants as persons of the vault: the same document is the same subject, on every node. Nobody is kept of whom nothing is recorded.</summary>
internal sealed class Subjects(NpgsqlDataSource database, IdentityVault vault)
{
    /// <summary>Behind an append nobody else appends: a subject that another node made for one of the documents meanwhile is seen, under whichever key it digests.</summary>
    private static readonly ArrayStatement StillUnknown = new(
        """
        SELECT registry.demand(NOT EXISTS (
          SELECT FROM unnest($1, $2) AS given (person_id, sought)
           CROSS JOIN LATERAL generate_series(0, octet_length(given.sought) / 32 - 1) AS place
            JOIN vault.subjects AS known ON known.digest = substring(given.sought FROM 1 + 32 * place FOR 32) AND known.person_id <> given.person_id))
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Bytea);

    /// <summary>Two subjects of one group with the same document fail, and go one after the other.</summary>
    private static readonly ArrayStatement Adding = new(
        """
        INSERT INTO vault.subjects (digest, person_id, digest_key)
        SELECT DISTINCT document.digest, given.person_id, given.digest_key
          FROM unnest($1, $2, $3) AS given (person_id, digests, digest_key)
         CROSS JOIN LATERAL generate_series(0, octet_length(given.digests) / 32 - 1) AS place
         CROSS JOIN LATERAL substring(given.digests FROM 1 + 32 * place FOR 32) AS document (digest)
         WHERE NOT EXISTS (SELECT FROM vault.subjects AS known WHERE known.digest = document.digest AND known.person_id = given.person_id)
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Bytea, NpgsqlDbType.Text);

    /// <summary>Who the applicant is; who is new is known from the append of the rows on.</summary>
    public async Task<Subject> Of(PersonIdentity identity)
    {
        if (identity.Documents is [])
        {
            return new Subject(null, []);
        }

        if (await Known(identity) is { } known)
        {
            return new Subject(known, []);
        }

        var id = new PersonId(Guid.CreateVersion7());
        var key = vault.Keys.Digests[0];
        return new Subject(id,
        [
            .. vault.Seal(id, identity),
            new SideRow(StillUnknown, [id.Value, Joined(identity.Documents.SelectMany(vault.StoredDigests))]),
            new SideRow(Adding, [id.Value, Joined(identity.Documents.Select(document => key.Of(document).ToArray())), key.Id]),
        ]);
    }

    /// <returns>Null for somebody without a document, or with none that a clerk has looked at.</returns>
    public async Task<PersonId?> Known(PersonIdentity identity)
    {
        await using var command = database.CreateCommand("SELECT person_id FROM vault.subjects WHERE digest = ANY ($1) ORDER BY digest LIMIT 1");
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. identity.Documents.SelectMany(vault.StoredDigests)] });
        return await command.ExecuteScalarAsync() is Guid known ? new PersonId(known) : null;
    }

    private static byte[] Joined(IEnumerable<byte[]> digests) => [.. digests.SelectMany(digest => digest)];
}

/// <param name="Id">Null for somebody without a document: such a one cannot be recognized again.</param>
/// <param name="Rows">What stores a new one with the events that name the person.</param>
internal sealed record Subject(PersonId? Id, IReadOnlyList<SideRow> Rows);
