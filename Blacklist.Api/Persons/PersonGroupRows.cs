using Blacklist.Api.EventLog;
using Blacklist.Domain.Kernel;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.Persons;

/// <summary>Finds everybody in the vault who is one person, and the listings of all of them: also those whose person two clerks found one of them to be.</summary>
internal sealed class PersonGroupRows(NpgsqlDataSource database)
{
    private const string Everybody =
        """
        WITH RECURSIVE person (id) AS (
            SELECT $1
            UNION
            SELECT CASE WHEN link.person_id = person.id THEN link.identity_id ELSE link.person_id END
              FROM person JOIN identity_link AS link ON person.id IN (link.person_id, link.identity_id) AND link.unlinked_position IS NULL),
        everybody AS (
            SELECT id FROM person
            UNION
            SELECT subject.person_id
              FROM person JOIN vault.document_digests AS document ON document.person_id = person.id JOIN vault.subjects AS subject ON subject.digest = document.digest)
        SELECT (SELECT array_agg(id ORDER BY id) FROM everybody),
               (SELECT coalesce(array_agg(id ORDER BY id), '{}')
                  FROM (SELECT listing.id FROM listing JOIN everybody ON everybody.id = listing.person_id
                        UNION
                        SELECT listing_id FROM standing_finding JOIN everybody ON everybody.id = applicant_id WHERE status = 'foundSameTwice') AS theirs)
        """;

    private static readonly ArrayStatement NoLinkLeadsOut = new(
        """
        SELECT registry.demand(NOT EXISTS (
          SELECT FROM identity_link AS link
           WHERE link.unlinked_position IS NULL
             AND (link.person_id = ANY ($1) AND link.identity_id <> ALL ($1) OR link.identity_id = ANY ($1) AND link.person_id <> ALL ($1))))
        """,
        NpgsqlDbType.Uuid);

    public async Task<PersonGroup> Of(PersonId person)
    {
        await using var command = database.CreateCommand(Everybody);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = person.Value });
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new PersonGroup([.. reader.GetFieldValue<Guid[]>(0).Select(id => new PersonId(id))], reader.GetFieldValue<Guid[]>(1));
    }

    /// <summary>Demands that nobody else is joined to one of them by now: neither stream of theirs need have moved for it.</summary>
    public static IEnumerable<SideRow> StillWhole(PersonGroup group) => group.Persons.Select(person => new SideRow(NoLinkLeadsOut, [person.Value]));

    /// <summary>The persons of other entries to which the person's was joined there.</summary>
    public async Task<IReadOnlyList<PersonId>> JoinedTo(PersonId person, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("SELECT coalesce(array_agg(person_id ORDER BY person_id), '{}') FROM listing_completion WHERE identity_id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = person.Value });
        return [.. ((Guid[])(await command.ExecuteScalarAsync(cancellation))!).Select(id => new PersonId(id))];
    }
}

internal sealed record PersonGroup(IReadOnlyList<PersonId> Persons, IReadOnlyList<Guid> Listings)
{
    public IReadOnlyList<PersonId> Besides(PersonId one) => [.. Persons.Where(other => other != one)];
}
