using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Projections;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Determinations;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Listings.InForce;
using Blacklist.Domain.Persons;
using NpgsqlTypes;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>
/// What a node loads at its start: every listing as the verdict sees it with the facts that changed it later, the decisions that were annulled,
/// who is linked to whom, what clerks found. What was taken back stays, marked: what was known then is asked too. The positions give the order
/// in which the log tells it.
/// </summary>
internal sealed class ListedPersonView : Projection
{
    /// <summary>What happened to an earlier proposal that was dropped is nothing to the new one.</summary>
    private static readonly ArrayStatement Propose = new(
        """
        WITH earlier AS (DELETE FROM listing_change WHERE listing_id = ANY ($1))
        INSERT INTO listed_person (listing_id, number, person_id, disposition_id, disposition, disposition_date, disposition_document, part, registered_as, region, status)
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            ON CONFLICT (listing_id) DO UPDATE SET number = excluded.number, status = excluded.status
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Date,
        NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text);

    private static readonly ArrayStatement Move = new(
        "UPDATE listed_person SET status = moved.status FROM unnest($1, $2) AS moved (id, status) WHERE listing_id = moved.id",
        NpgsqlDbType.Uuid, NpgsqlDbType.Text);

    private static readonly ArrayStatement Change = new(
        "INSERT INTO listing_change SELECT * FROM unnest($1, $2)", NpgsqlDbType.Uuid, NpgsqlDbType.Uuid)
    { TakesSeveralOfAStream = true };

    private static readonly ArrayStatement Annul = new(
        "INSERT INTO annulled_disposition SELECT * FROM unnest($1) ON CONFLICT DO NOTHING", NpgsqlDbType.Uuid);

    private static readonly ArrayStatement Link = new(
        """
        INSERT INTO identity_link (person_id, identity_id, kind, linked_position)
        SELECT link.person, link.identity, link.kind, (SELECT seq_id FROM registry.mt_events WHERE mt_events.id = link.event)
          FROM unnest($1, $2, $3, $4) AS link (person, identity, kind, event)
            ON CONFLICT (person_id, identity_id) DO UPDATE
           SET kind = excluded.kind, linked_position = excluded.linked_position, unlinked_position = NULL
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Uuid);

    private static readonly ArrayStatement Unlink = new(
        """
        UPDATE identity_link SET unlinked_position = (SELECT seq_id FROM registry.mt_events WHERE mt_events.id = gone.event)
          FROM unnest($1, $2, $3) AS gone (person, identity, event)
         WHERE identity_link.person_id = gone.person AND identity_link.identity_id = gone.identity
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Uuid);

    private static readonly ArrayStatement Find = new(
        """
        INSERT INTO standing_finding (determination_id, listing_id, applicant_id, status, document_matched, position)
        SELECT found.determination, found.listing, found.applicant, found.status, found.document_matched,
               (SELECT seq_id FROM registry.mt_events WHERE mt_events.id = found.event)
          FROM unnest($1, $2, $3, $4, $5, $6) AS found (determination, listing, applicant, status, document_matched, event)
            ON CONFLICT (determination_id) DO UPDATE
           SET status = excluded.status, document_matched = excluded.document_matched, position = excluded.position
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Boolean, NpgsqlDbType.Uuid);

    private static readonly ArrayStatement Confirm = new(
        """
        UPDATE standing_finding
           SET status = 'foundSameTwice', position = (SELECT seq_id FROM registry.mt_events WHERE mt_events.id = confirmed.event)
          FROM unnest($1, $2) AS confirmed (id, event) WHERE determination_id = confirmed.id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid);

    private static readonly ArrayStatement Revoke = new(
        "UPDATE standing_finding SET status = 'revoked' FROM unnest($1) AS revoked (id) WHERE determination_id = revoked.id", NpgsqlDbType.Uuid);

    public ListedPersonView()
        : base("listed_person", version: 2)
    {
        On<ListingProposed>(Propose, (at, e) =>
        [
            at.StreamId, e.Number, e.PersonId.Value, e.DispositionId, EnumWords.Of(e.Disposition), e.DispositionDate, e.DispositionDocument,
            EnumWords.Of(e.Part), EnumWords.Of(e.RegisteredAs), e.Region.Value, EnumWords.Of(ListingStatus.Proposed),
        ]);
        Moves<NoticeServed>(ListingStatus.NoticeServed);
        Moves<ListingEntered>(ListingStatus.InForce);
        Moves<ListingDropped>(ListingStatus.Dropped);
        Moves<ListingAnnulled>(ListingStatus.Annulled);
        Moves<ListingRepaired>(ListingStatus.Repaired);
        Moves<ListingLapsed>(ListingStatus.Lapsed);
        Changes<PersonStatementAttached>();
        Changes<ListingDisputed>();
        Changes<ListingDisputeSettled>();
        Changes<ListingSuspended>();
        Changes<ListingResumed>();
        Changes<ListingVaried>();
        Changes<ListingWaived>();
        Changes<WaiverWithdrawn>();
        Changes<ListingRepaired>();
        On<DispositionAnnulled>(Annul, (_, e) => [e.DispositionId]);
        On<IdentityLinked>(Link, (at, e) => [at.StreamId, e.IdentityId.Value, EnumWords.Of(e.Kind), at.Id]);
        On<IdentityUnlinked>(Unlink, (at, e) => [at.StreamId, e.IdentityId.Value, at.Id]);
        OnMany<DeterminationRecorded>(Find, (at, e) => e.ApplicantId is { } applicant
            ? [[at.StreamId, e.ListingId.Value, applicant.Value, EnumWords.Of(StatusOf(e)), e.DocumentMatched, at.Id]]
            : []);
        On<DeterminationConfirmed>(Confirm, (at, _) => [at.StreamId, at.Id]);
        On<DeterminationRevoked>(Revoke, (at, _) => [at.StreamId]);
    }

    public override string Schema =>
        """
        CREATE TABLE listed_person (
          listing_id           uuid NOT NULL PRIMARY KEY,
          number               text NOT NULL,
          person_id            uuid NOT NULL,
          disposition_id       uuid NOT NULL,
          disposition          text NOT NULL,
          disposition_date     date NOT NULL,
          disposition_document text NOT NULL,
          part                 text NOT NULL,
          registered_as        text NULL,
          region               text NOT NULL,
          status               text NOT NULL
        ) WITH (fillfactor = 35); -- room for the updates on the way into force
        CREATE TABLE listing_change (
          event_id   uuid NOT NULL PRIMARY KEY,
          listing_id uuid NOT NULL
        );
        CREATE INDEX listing_change_of_a_listing ON listing_change (listing_id);
        CREATE TABLE annulled_disposition (disposition_id uuid NOT NULL PRIMARY KEY);
        CREATE TABLE identity_link (
          person_id         uuid   NOT NULL,
          identity_id       uuid   NOT NULL,
          kind              text   NOT NULL,
          linked_position   bigint NOT NULL,
          unlinked_position bigint NULL,
          PRIMARY KEY (person_id, identity_id)
        );
        CREATE TABLE standing_finding (
          determination_id uuid    NOT NULL PRIMARY KEY,
          listing_id       uuid    NOT NULL,
          applicant_id     uuid    NOT NULL,
          status           text    NOT NULL,
          document_matched boolean NOT NULL,
          position         bigint  NOT NULL
        );
        """;

    private static DeterminationStatus StatusOf(DeterminationRecorded fact) => Determination.Evolve(Determination.Initial, fact).Status;

    private void Moves<TEvent>(ListingStatus to)
        where TEvent : IEvent => On<TEvent>(Move, (at, _) => [at.StreamId, EnumWords.Of(to)]);

    /// <summary>What <see cref="ListingChanges"/> makes of it is read from the log.</summary>
    private void Changes<TEvent>()
        where TEvent : IEvent => On<TEvent>(Change, (at, _) => [at.Id, at.StreamId]);
}
