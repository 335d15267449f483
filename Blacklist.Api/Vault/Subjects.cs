using Blacklist.Api.EventLog;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Names;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.Vault;

/// <summary>
/// Applicants as persons of the vault: the same document under a compatible name is the same subject, on every node. Nobody is kept of whom nothing is
/// recorded.
/// </summary>
internal sealed class Subjects(NpgsqlDataSource database, IdentityVault vault)
{
    /// <summary>Behind an append nobody else appends: a subject that another node made for one of the documents meanwhile is seen, under whichever key it digests.</summary>
    private static readonly ArrayStatement StillUnknown = new(
        """
        SELECT registry.demand(NOT EXISTS (
          SELECT FROM unnest($1, $2, $3) AS given (person_id, sought, number)
           CROSS JOIN LATERAL generate_series(0, octet_length(given.sought) / 32 - 1) AS place
            JOIN vault.subjects AS known ON known.digest = substring(given.sought FROM 1 + 32 * place FOR 32)
           WHERE known.number >= given.number AND known.person_id <> given.person_id))
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Bytea, NpgsqlDbType.Smallint);

    /// <summary>Two subjects of one group with the same document fail, and go one after the other.</summary>
    private static readonly ArrayStatement Adding = new(
        """
        INSERT INTO vault.subjects (digest, person_id, digest_key, number)
        SELECT DISTINCT document.digest, given.person_id, given.digest_key, given.number
          FROM unnest($1, $2, $3, $4) AS given (person_id, digests, digest_key, number)
         CROSS JOIN LATERAL generate_series(0, octet_length(given.digests) / 32 - 1) AS place
         CROSS JOIN LATERAL substring(given.digests FROM 1 + 32 * place FOR 32) AS document (digest)
         WHERE NOT EXISTS (SELECT FROM vault.subjects AS known WHERE known.digest = document.digest AND known.person_id = given.person_id)
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Bytea, NpgsqlDbType.Text, NpgsqlDbType.Smallint);

    /// <summary>Who the applicant is; who is new is known from the append of the rows on.</summary>
    public async Task<Subject> Of(PersonIdentity identity)
    {
        if (identity.Documents is [])
        {
            return new Subject(null, []);
        }

        var holders = await Holders(identity);
        if (await Named(identity, holders) is { } known)
        {
            return new Subject(known, []);
        }

        var number = (short)(holders.Values.DefaultIfEmpty((short)-1).Max() + 1);
        var id = new PersonId(Guid.CreateVersion7());
        var key = vault.Keys.Digests[0];
        return new Subject(id,
        [
            .. vault.Seal(id, identity),
            new SideRow(StillUnknown, [id.Value, Joined(identity.Documents.SelectMany(vault.StoredDigests)), number]),
            new SideRow(Adding, [id.Value, Joined(identity.Documents.Select(document => key.Of(document).ToArray())), key.Id, number]),
        ]);
    }

    /// <returns>Null for somebody without a document, or with none that a clerk has looked at under such a name.</returns>
    public async Task<PersonId?> Known(PersonIdentity identity) => await Named(identity, await Holders(identity));

    /// <summary>Whoever was looked at with one of the documents, under whichever name, with their numbers.</summary>
    private async Task<Dictionary<PersonId, short>> Holders(PersonIdentity identity)
    {
        await using var command = database.CreateCommand("SELECT person_id, max(number) FROM vault.subjects WHERE digest = ANY ($1) GROUP BY person_id");
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. identity.Documents.SelectMany(vault.StoredDigests)] });
        await using var reader = await command.ExecuteReaderAsync();
        var holders = new Dictionary<PersonId, short>();
        while (await reader.ReadAsync())
        {
            holders.Add(new PersonId(reader.GetGuid(0)), reader.GetInt16(1));
        }

        return holders;
    }

    /// <summary>The one of them whose name is nearest, if it is compatible at all.</summary>
    private async Task<PersonId?> Named(PersonIdentity identity, Dictionary<PersonId, short> holders) => holders.Count == 0
        ? null
        : (await vault.Open(holders.Keys)).Values
            .Where(person => person.Identity is not null)
            .Select(person => (person.Id, NameComparison.Compare(identity.Name, person.Identity!.Name).Grade))
            .Where(one => one.Grade.IsCompatible())
            .OrderBy(one => one.Grade).ThenBy(one => holders[one.Id])
            .Select(one => (PersonId?)one.Id)
            .FirstOrDefault();

    private static byte[] Joined(IEnumerable<byte[]> digests) => [.. digests.SelectMany(digest => digest)];
}

/// <param name="Id">Null for somebody without a document: such a one cannot be recognized again.</param>
/// <param name="Rows">What stores a new one with the events that name the person.</param>
internal sealed record Subject(PersonId? Id, IReadOnlyList<SideRow> Rows);
