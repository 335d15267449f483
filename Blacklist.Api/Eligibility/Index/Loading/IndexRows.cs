using System.Collections.Immutable;
using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Vault;
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

/// <summary>Reads <see cref="ListedPersonView"/> and <see cref="KnownOrganizationView"/> whole, as they are in a snapshot.</summary>
internal sealed class IndexRows(NpgsqlDataSource database, EventTypes types)
{
    public LogSnapshot Snapshot() => LogSnapshot.Prepare(database);

    /// <summary>Everything but who the persons are and what the rules say.</summary>
    public IndexContent Read(LogSnapshot snapshot)
    {
        var annulled = Annulled(snapshot);
        var about = snapshot.Read("SELECT greatest(reltuples, 0)::int FROM pg_class WHERE oid = 'listed_person'::regclass", row => row.GetInt32(0)).First();
        var listings = new ListingIntake(Links(snapshot), expected: about);
        foreach (var listing in new ListedRows(annulled, Changes(snapshot)).Read(snapshot.Connection))
        {
            listings.Add(listing);
        }

        return new IndexContent(snapshot.Position, annulled, listings, Findings(snapshot), [.. Organizations(snapshot).OrderBy(known => known.RecordedAt)]);
    }

    /// <summary>Every listing with its person, as they come; nothing is kept of them.</summary>
    public IEnumerable<(ListingFacts Listing, OpenedPerson Person)> Persons(LogSnapshot snapshot, IReadOnlySet<Guid> annulled, IdentityVault vault)
    {
        var rows = new ListedRows(annulled, Changes(snapshot));
        snapshot.JoinRowByRow();
        return rows.Read(snapshot.Connection, vault);
    }

    public static HashSet<Guid> Annulled(LogSnapshot snapshot) => [.. snapshot.Read("SELECT disposition_id FROM annulled_disposition", row => row.GetGuid(0))];

    public static RecordedLinks Links(LogSnapshot snapshot) =>
        new([.. snapshot.Read("SELECT person_id, identity_id, kind, linked_position, unlinked_position FROM identity_link", Link)]);

    /// <summary>In the order of the log.</summary>
    public static IReadOnlyList<RecordedFinding> Findings(LogSnapshot snapshot) =>
        [.. snapshot.Read("SELECT determination_id, listing_id, applicant_id, status, document_matched FROM standing_finding ORDER BY position", Finding)];

    /// <summary>As they come, in no order.</summary>
    public static IEnumerable<NamedOrganization> Organizations(LogSnapshot snapshot)
    {
        NamedOrganization? last = null;
        var decisions = new List<PublicDecision>();
        foreach (var (organization, decision) in snapshot.Read(
            """
            SELECT known_organization.id, names, is_unlawful, region, position,
                   known_disposition.id, kind, document_number, decided_on, authority, published_on, annulled_on, withdrawn_on, withdrawal_reasons
              FROM known_organization LEFT JOIN known_disposition ON organization_id = known_organization.id
             ORDER BY known_organization.id
            """,
            row => (Organization(row), row.IsDBNull(5) ? null : Decision(row))))
        {
            if (last is not null && last.Id != organization.Id)
            {
                yield return Decided(last, decisions);
                decisions.Clear();
            }

            last = organization;
            if (decision is not null)
            {
                decisions.Add(decision);
            }
        }

        if (last is not null)
        {
            yield return Decided(last, decisions);
        }
    }

    /// <summary>What happened to listings since they were decided, as the log tells it.</summary>
    private Dictionary<ListingId, ListingChanges> Changes(LogSnapshot snapshot)
    {
        var facts = snapshot.Read(
            """
            SELECT listing_id, type, data FROM listing_change JOIN registry.mt_events ON mt_events.id = event_id ORDER BY seq_id
            """,
            row => (Listing: new ListingId(row.GetGuid(0)), Fact: types.Read(row.GetString(1), row.GetFieldValue<byte[]>(2))));
        return facts.GroupBy(known => known.Listing, known => known.Fact)
            .ToDictionary(known => known.Key, known => known.Aggregate(ListingChanges.None, ListingChanges.Evolve));
    }

    private static NamedOrganization Organization(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1).Split('\u001f'), new KnownDispositions(row.GetBoolean(2), []),
        new PublicEntry(RegionCode.Parse(row.GetString(3)).Value!, []), row.GetInt64(4));

    private static NamedOrganization Decided(NamedOrganization organization, List<PublicDecision> decisions) => organization with
    {
        Dispositions = organization.Dispositions with
        {
            Standing = decisions.Where(decision => decision.AnnulledOn is null).ToImmutableDictionary(decision => decision.Id, decision => decision.Kind),
        },
        Public = organization.Public with { Decisions = [.. decisions.Where(decision => decision.Kind.OpensListings())] },
    };

    private static PublicDecision Decision(NpgsqlDataReader row) => new(
        row.GetGuid(5), EnumWords.Read<DispositionKind>(row.GetString(6)), row.GetString(7), row.GetFieldValue<DateOnly>(8), row.GetString(9),
        row.GetFieldValue<DateOnly?>(10), row.GetFieldValue<DateOnly?>(11),
        row.IsDBNull(12) ? null : new Withdrawal(row.GetFieldValue<DateOnly>(12), row.GetString(13)));

    private static RecordedLink Link(NpgsqlDataReader row) => new(
        new PersonId(row.GetGuid(0)), new PersonId(row.GetGuid(1)), EnumWords.Read<LinkKind>(row.GetString(2)),
        row.GetInt64(3), row.GetFieldValue<long?>(4));

    private static RecordedFinding Finding(NpgsqlDataReader row) => new(
        new DeterminationId(row.GetGuid(0)), new ListingId(row.GetGuid(1)), new PersonId(row.GetGuid(2)),
        new StandingFinding(EnumWords.Read<DeterminationStatus>(row.GetString(3)), row.GetBoolean(4)));
}
