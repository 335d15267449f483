using Blacklist.Domain.Kernel;
using Npgsql;

namespace Blacklist.Api.Vault.Keys.Rotation;

/// <summary>The digests by which the vault finds persons, made anew from who they are.</summary>
internal sealed class PersonDigests(NpgsqlDataSource database, IdentityVault vault) : DigestHolder
{
    private const int PersonsAtOnce = 500;

    public override async Task<int> MakeAnew(DigestKey key, CancellationToken cancellation)
    {
        var former = vault.Keys.Digests.Where(other => other.Id != key.Id).ToList();
        var all = 0;
        for (var persons = await Next(former, cancellation); persons.Count > 0; persons = await Next(former, cancellation))
        {
            var documents = (await vault.Open(persons, cancellation)).Values.SelectMany(person => person.Identity?.Documents ?? []).Distinct();
            var pairs = documents.SelectMany(document => former.Select(old => (Before: old.Of(document).ToArray(), After: key.Of(document).ToArray()))).ToList();
            var made = await Replace(key, [.. pairs.Select(pair => pair.Before)], [.. pairs.Select(pair => pair.After)]);
            if (made == 0 && (await Next(former, cancellation)).SequenceEqual(persons))
                throw new InvalidOperationException("The vault holds digests that are of none of their persons' documents.");
            all += made;
        }

        return all;
    }

    /// <summary>Persons with a digest under one of the keys.</summary>
    private async Task<List<PersonId>> Next(IEnumerable<DigestKey> former, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            SELECT person_id FROM (
              SELECT person_id FROM vault.document_digests WHERE digest_key = ANY ($1)
              UNION ALL
              SELECT person_id FROM vault.subjects WHERE digest_key = ANY ($1)) AS old
             LIMIT $2
            """);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. former.Select(key => key.Id)] });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = PersonsAtOnce });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var persons = new HashSet<PersonId>();
        while (await reader.ReadAsync(cancellation))
            persons.Add(new PersonId(reader.GetGuid(0)));
        return [.. persons];
    }

    private async Task<int> Replace(DigestKey key, byte[][] before, byte[][] after)
    {
        await using var command = database.CreateCommand("SELECT vault.digest_anew($1, $2, $3)");
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = before });
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key.Id });
        return (int)(await command.ExecuteScalarAsync())!;
    }
}
