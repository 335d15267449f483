using Blacklist.Domain.Kernel;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.Lookups;

/// <summary>Finds a person's identities, listings and appeals.</summary>
internal sealed class LookedUpPersonRows(NpgsqlDataSource database)
{
    private const string Everything =
        """
        WITH RECURSIVE person (id) AS (
            SELECT person_id FROM listing WHERE id = $1
            UNION
            SELECT unnest($2)
            UNION
            SELECT CASE WHEN link.person_id = person.id THEN link.identity_id ELSE link.person_id END
              FROM person JOIN identity_link AS link ON person.id IN (link.person_id, link.identity_id) AND link.unlinked_position IS NULL),
        listed AS (SELECT listing.id FROM listing JOIN person ON person.id = listing.person_id)
        SELECT (SELECT coalesce(array_agg(id), '{}') FROM person),
               (SELECT coalesce(array_agg(id), '{}') FROM (SELECT id FROM listed UNION SELECT id FROM appeal WHERE listing_id IN (SELECT id FROM listed)) AS file)
        """;

    /// <param name="listing">A listing of the person; null when a document says who it is.</param>
    /// <param name="holders">Who has the documents that are given.</param>
    public async Task<LookedUpPerson> Find(Guid? listing, IEnumerable<PersonId> holders, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Everything);
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)listing ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. holders.Select(person => person.Value)] });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new LookedUpPerson(reader.GetFieldValue<Guid[]>(0), reader.GetFieldValue<Guid[]>(1), Documents: []);
    }
}
