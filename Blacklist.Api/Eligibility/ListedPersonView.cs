using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Projections;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Listings;
using NpgsqlTypes;

namespace Blacklist.Api.Eligibility;

/// <summary>What a node loads at its start: every listing as the verdict sees it, and the decisions that were annulled.</summary>
internal sealed class ListedPersonView : Projection
{
    private static readonly ArrayStatement Propose = new(
        """
        INSERT INTO listed_person (listing_id, number, person_id, disposition_id, disposition, disposition_date, disposition_document, part, registered_as, region, status)
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            ON CONFLICT (listing_id) DO UPDATE SET number = excluded.number, status = excluded.status
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Date,
        NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text);

    private static readonly ArrayStatement Move = new(
        "UPDATE listed_person SET status = moved.status FROM unnest($1, $2) AS moved (id, status) WHERE listing_id = moved.id",
        NpgsqlDbType.Uuid, NpgsqlDbType.Text);

    private static readonly ArrayStatement Annul = new(
        "INSERT INTO annulled_disposition SELECT * FROM unnest($1) ON CONFLICT DO NOTHING", NpgsqlDbType.Uuid);

    public ListedPersonView()
        : base("listed_person", version: 1)
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
        On<DispositionAnnulled>(Annul, (_, e) => [e.DispositionId]);
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
        ) WITH (fillfactor = 35); -- as in ListingView: room for the updates on the way into force
        CREATE TABLE annulled_disposition (disposition_id uuid NOT NULL PRIMARY KEY);
        """;

    private void Moves<TEvent>(ListingStatus to)
        where TEvent : Domain.Kernel.IEvent => On<TEvent>(Move, (at, _) => [at.StreamId, EnumWords.Of(to)]);
}
