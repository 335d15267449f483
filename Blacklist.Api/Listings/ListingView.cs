using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Projections;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Listings.InForce;
using Blacklist.Domain.Persons;
using NpgsqlTypes;

namespace Blacklist.Api.Listings;

/// <summary>Listings as lists and pages show them.</summary>
internal sealed class ListingView : Projection
{
    private static readonly ArrayStatement Propose = new(
        """
        INSERT INTO listing (id, number, organization_id, responsible_person_id, person_id, part, identified_by, disposition, disposition_date, disposition_document, registered_as, region, status, version)
        SELECT id, number, organization_id, id, person_id, part, identified_by, disposition, disposition_date, disposition_document, registered_as, region, 'proposed', version
          FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
               AS proposed (id, number, organization_id, person_id, part, identified_by, disposition, disposition_date, disposition_document, registered_as, region, version)
            ON CONFLICT (id) DO UPDATE SET number = excluded.number, status = excluded.status, version = excluded.version,
               notice_served_on = NULL, announced_on = NULL, statement_until = NULL, statement = NULL, decided_on = NULL
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text,
        NpgsqlDbType.Date, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Bigint);

    private static readonly ArrayStatement Notice = new(
        """
        UPDATE listing SET status = 'noticeServed', notice_served_on = served.served_on, announced_on = served.announced_on,
               statement_until = served.statement_until, version = served.version
          FROM unnest($1, $2, $3, $4, $5) AS served (id, served_on, announced_on, statement_until, version) WHERE listing.id = served.id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Date, NpgsqlDbType.Date, NpgsqlDbType.Date, NpgsqlDbType.Bigint);

    private static readonly ArrayStatement Statement = new(
        """
        UPDATE listing SET statement = recorded.kind, version = recorded.version
          FROM unnest($1, $2, $3) AS recorded (id, kind, version) WHERE listing.id = recorded.id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Bigint);

    private static readonly ArrayStatement Decide = new(
        """
        UPDATE listing SET status = decided.status, decided_on = decided.decided_on, version = decided.version
          FROM unnest($1, $2, $3, $4) AS decided (id, status, decided_on, version) WHERE listing.id = decided.id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Date, NpgsqlDbType.Bigint);

    private static readonly ArrayStatement Annul = new(
        """
        UPDATE listing SET status = 'annulled', annulled_on = annulled.annulled_on, version = annulled.version
          FROM unnest($1, $2, $3) AS annulled (id, annulled_on, version) WHERE listing.id = annulled.id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Date, NpgsqlDbType.Bigint);

    private static readonly ArrayStatement Suspend = new(
        """
        UPDATE listing SET suspended_from = suspended.from_day, suspended_until = suspended.until_day, version = suspended.version
          FROM unnest($1, $2, $3, $4) AS suspended (id, from_day, until_day, version) WHERE listing.id = suspended.id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Date, NpgsqlDbType.Date, NpgsqlDbType.Bigint);

    private static readonly ArrayStatement Resume = new(
        """
        UPDATE listing SET version = resumed.version, suspended_until = CASE
                 WHEN suspended_from <= resumed.on_day AND coalesce(suspended_until >= resumed.on_day, true) THEN resumed.on_day - 1
                 ELSE suspended_until END
          FROM unnest($1, $2, $3) AS resumed (id, on_day, version) WHERE listing.id = resumed.id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Date, NpgsqlDbType.Bigint);

    private static readonly ArrayStatement Vary = new(
        """
        UPDATE listing SET ends_on = least(listing.ends_on, varied.ends_on), version = varied.version
          FROM unnest($1, $2, $3) AS varied (id, ends_on, version) WHERE listing.id = varied.id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Date, NpgsqlDbType.Bigint);

    private static readonly ArrayStatement Repair = new(
        """
        UPDATE listing SET status = 'repaired', repaired_on = repaired.on_day, version = repaired.version
          FROM unnest($1, $2, $3) AS repaired (id, on_day, version) WHERE listing.id = repaired.id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Date, NpgsqlDbType.Bigint);

    private static readonly ArrayStatement Lapse = new(
        """
        UPDATE listing SET status = 'lapsed', lapsed_on = lapsed.last_day + 1, version = lapsed.version
          FROM unnest($1, $2, $3) AS lapsed (id, last_day, version) WHERE listing.id = lapsed.id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Date, NpgsqlDbType.Bigint);

    private static readonly ArrayStatement Dispute = new(
        """
        UPDATE listing SET disputes = array_append(disputes, disputed.appeal_id), version = disputed.version
          FROM unnest($1, $2, $3) AS disputed (id, appeal_id, version) WHERE listing.id = disputed.id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Bigint);

    private static readonly ArrayStatement Settle = new(
        """
        UPDATE listing SET disputes = array_remove(disputes, settled.appeal_id), version = settled.version
          FROM unnest($1, $2, $3) AS settled (id, appeal_id, version) WHERE listing.id = settled.id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Bigint);

    private static readonly ArrayStatement Advance = new(
        "UPDATE listing SET version = advanced.version FROM unnest($1, $2) AS advanced (id, version) WHERE listing.id = advanced.id",
        NpgsqlDbType.Uuid, NpgsqlDbType.Bigint);

    private static readonly ArrayStatement Link = new(
        """
        INSERT INTO listing_completion (person_id, identity_id, completes) SELECT * FROM unnest($1, $2, $3)
            ON CONFLICT (person_id, identity_id) DO UPDATE SET completes = excluded.completes
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Boolean);

    private static readonly ArrayStatement Unlink = new(
        """
        DELETE FROM listing_completion USING unnest($1, $2) AS gone (person_id, identity_id)
         WHERE listing_completion.person_id = gone.person_id AND listing_completion.identity_id = gone.identity_id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid);

    public ListingView()
        : base("listing", version: 3)
    {
        On<ListingProposed>(Propose, (at, e) =>
        [
            at.StreamId, e.Number, e.OrganizationId.Value, e.PersonId.Value, EnumWords.Of(e.Part), EnumWords.Of(e.IdentifiedBy),
            EnumWords.Of(e.Disposition), e.DispositionDate, e.DispositionDocument, EnumWords.Of(e.RegisteredAs), e.Region.Value, at.Version,
        ]);
        On<ServiceAttempted>(Advance, (at, _) => [at.StreamId, at.Version]);
        On<NoticeServed>(Notice, (at, e) => [at.StreamId, e.ServedOn, e.AnnouncedOn, e.StatementPeriod.Due, at.Version]);
        On<StatementRecorded>(Statement, (at, e) => [at.StreamId, EnumWords.Of(e.Kind), at.Version]);
        On<ListingEntered>(Decide, (at, e) => [at.StreamId, EnumWords.Of(ListingStatus.InForce), e.DecidedOn, at.Version]);
        On<ListingDropped>(Decide, (at, e) => [at.StreamId, EnumWords.Of(ListingStatus.Dropped), e.DecidedOn, at.Version]);
        On<ListingAnnulled>(Annul, (at, e) => [at.StreamId, e.AnnulledOn, at.Version]);
        On<ListingSuspended>(Suspend, (at, e) => [at.StreamId, e.From, e.Until, at.Version]);
        On<ListingResumed>(Resume, (at, e) => [at.StreamId, e.ResumedOn, at.Version]);
        On<ListingVaried>(Vary, (at, e) => [at.StreamId, e.EndsOn, at.Version]);
        On<ListingWaived>(Advance, (at, _) => [at.StreamId, at.Version]);
        On<WaiverWithdrawn>(Advance, (at, _) => [at.StreamId, at.Version]);
        On<ListingRepaired>(Repair, (at, e) => [at.StreamId, e.RepairedOn, at.Version]);
        On<ListingLapsed>(Lapse, (at, e) => [at.StreamId, e.LastDay, at.Version]);
        On<ListingDisputed>(Dispute, (at, e) => [at.StreamId, e.AppealId.Value, at.Version]);
        On<ListingDisputeSettled>(Settle, (at, e) => [at.StreamId, e.AppealId.Value, at.Version]);
        On<IdentityLinked>(Link, (at, e) => [at.StreamId, e.IdentityId.Value, !e.IdentifiedBy.NeedsCompletion()]);
        On<IdentityUnlinked>(Unlink, (at, e) => [at.StreamId, e.IdentityId.Value]);
    }

    public override string Schema =>
        $$"""
        CREATE TABLE listing (
          id                    uuid   NOT NULL PRIMARY KEY,
          number                text   NOT NULL,
          organization_id       uuid   NOT NULL,
          responsible_person_id uuid   NOT NULL,
          person_id             uuid   NOT NULL,
          part                  text   NOT NULL,
          identified_by         text   NOT NULL,
          disposition           text   NOT NULL,
          disposition_date      date   NOT NULL,
          disposition_document  text   NOT NULL,
          registered_as         text   NULL,
          region                text   NOT NULL,
          status                text   NOT NULL,
          notice_served_on      date   NULL,
          announced_on          date   NULL,
          statement_until       date   NULL,
          statement             text   NULL,
          decided_on            date   NULL,
          annulled_on           date   NULL,
          ends_on               date   NULL,
          suspended_from        date   NULL,
          suspended_until       date   NULL,
          repaired_on           date   NULL,
          lapsed_on             date   NULL,
          disputes              uuid[] NOT NULL DEFAULT '{}',
          version               bigint NOT NULL
        ); -- on its way into force a row is updated three times, and its place on the work list each time
        CREATE UNIQUE INDEX listing_has_one_number ON listing (number);
        CREATE INDEX listing_of_an_organization ON listing (organization_id);
        CREATE INDEX listing_by_region ON listing (region, number);
        CREATE INDEX listing_work_list ON listing (status, coalesce(statement_until, 'infinity'), number) INCLUDE (statement_until, region, id);
        CREATE INDEX listing_work_of_a_region ON listing (status, region text_pattern_ops);
        CREATE INDEX listing_terms ON listing (disposition, part, disposition_date, registered_as, ends_on) INCLUDE (region) WHERE status = 'inForce';
        CREATE TABLE listing_completion (
          person_id   uuid    NOT NULL,
          identity_id uuid    NOT NULL,
          completes   boolean NOT NULL,
          PRIMARY KEY (person_id, identity_id)
        );
        CREATE INDEX listing_completion_backwards ON listing_completion (identity_id);
        {{Wall.Around("listing", Wall.Region)}}
        {{Wall.Around("listing_completion", Wall.None)}}
        """;
}
