using System.Collections.Immutable;
using System.Data;
using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Determinations;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings.InForce;
using Blacklist.Domain.OrganizationNames;
using Blacklist.Domain.Persons;
using Blacklist.Domain.Regions;
using Npgsql;

namespace Blacklist.Api.Eligibility.Index.Loading;

/// <summary>Reads <see cref="ListedPersonView"/> and <see cref="KnownOrganizationView"/> whole, in one snapshot.</summary>
internal sealed class IndexRows(NpgsqlDataSource database, EventTypes types)
{
    /// <summary>Everything but who the persons are and what the rules say.</summary>
    public async Task<IndexContent> Read()
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        var position = (await Read(connection, "SELECT position FROM registry.log_position", row => row.GetInt64(0)))[0];
        var annulled = (await Read(connection, "SELECT disposition_id FROM annulled_disposition", row => row.GetGuid(0))).ToHashSet();
        var changes = await Changes(connection);
        var links = await Read(connection, "SELECT person_id, identity_id, kind, linked_position, unlinked_position FROM identity_link", Link);
        var listings = new ListingIntake(new RecordedLinks(links));
        await OwnThread.Run(() =>
        {
            foreach (var listing in new ListedRows(annulled, changes).Read(connection))
            {
                listings.Add(listing);
            }
        });
        var findings = await Read(
            connection, "SELECT determination_id, listing_id, applicant_id, status, document_matched FROM standing_finding ORDER BY position", Finding);
        var decisions = (await Read(
            connection,
            """
            SELECT organization_id, id, kind, document_number, decided_on, authority, published_on, annulled_on, withdrawn_on, withdrawal_reasons
              FROM known_disposition
            """,
            Decision)).ToLookup(row => row.Organization, row => row.Decision);
        var organizations = await Read(
            connection, "SELECT id, names, is_unlawful, region, position FROM known_organization ORDER BY position", row => Organization(row, decisions));
        return new IndexContent(
            position, annulled, listings, findings, organizations);
    }

    /// <summary>What happened to listings since they were decided, as the log tells it.</summary>
    private async Task<Dictionary<ListingId, ListingChanges>> Changes(NpgsqlConnection connection)
    {
        var facts = await Read(
            connection,
            """
            SELECT listing_id, type, data FROM listing_change JOIN registry.mt_events ON mt_events.id = event_id ORDER BY seq_id
            """,
            row => (Listing: new ListingId(row.GetGuid(0)), Fact: types.Read(row.GetString(1), row.GetFieldValue<byte[]>(2))));
        return facts.GroupBy(known => known.Listing, known => known.Fact)
            .ToDictionary(known => known.Key, known => known.Aggregate(ListingChanges.None, ListingChanges.Evolve));
    }

    private static async Task<List<T>> Read<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static NamedOrganization Organization(NpgsqlDataReader row, ILookup<Guid, PublicDecision> decisions)
    {
        var decided = decisions[row.GetGuid(0)].ToList();
        return new NamedOrganization(
            row.GetGuid(0), row.GetString(1).Split('\u001f'),
            new KnownDispositions(
                row.GetBoolean(2), decided.Where(decision => decision.AnnulledOn is null).ToImmutableDictionary(decision => decision.Id, decision => decision.Kind)),
            new PublicEntry(RegionCode.Parse(row.GetString(3)).Value!, [.. decided.Where(decision => decision.Kind.OpensListings())]),
            row.GetInt64(4));
    }

    private static (Guid Organization, PublicDecision Decision) Decision(NpgsqlDataReader row) => (row.GetGuid(0), new PublicDecision(
        row.GetGuid(1), EnumWords.Read<DispositionKind>(row.GetString(2)), row.GetString(3), row.GetFieldValue<DateOnly>(4), row.GetString(5),
        row.GetFieldValue<DateOnly?>(6), row.GetFieldValue<DateOnly?>(7),
        row.IsDBNull(8) ? null : new Withdrawal(row.GetFieldValue<DateOnly>(8), row.GetString(9))));

    private static RecordedLink Link(NpgsqlDataReader row) => new(
        new PersonId(row.GetGuid(0)), new PersonId(row.GetGuid(1)), EnumWords.Read<LinkKind>(row.GetString(2)),
        row.GetInt64(3), row.GetFieldValue<long?>(4));

    private static RecordedFinding Finding(NpgsqlDataReader row) => new(
        new DeterminationId(row.GetGuid(0)), new ListingId(row.GetGuid(1)), new PersonId(row.GetGuid(2)),
        new StandingFinding(EnumWords.Read<DeterminationStatus>(row.GetString(3)), row.GetBoolean(4)));
}
