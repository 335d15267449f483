using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Projections;
using Blacklist.Domain.BannedOrganizations;
using NpgsqlTypes;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>What a node loads at its start of organizations: their names, what was decided on them, and what of it is public.</summary>
internal sealed class KnownOrganizationView : Projection
{
    private static readonly ArrayStatement Record = new(
        """
        INSERT INTO known_organization (id, names, is_unlawful, region, position)
        SELECT known.id, known.names, known.is_unlawful, known.region, (SELECT seq_id FROM registry.mt_events WHERE mt_events.id = known.event)
          FROM unnest($1, $2, $3, $4, $5) AS known (id, names, is_unlawful, region, event)
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Boolean, NpgsqlDbType.Text, NpgsqlDbType.Uuid);

    private static readonly ArrayStatement Dispose = new(
        """
        INSERT INTO known_disposition (id, organization_id, kind, document_number, decided_on, authority)
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6)
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Date, NpgsqlDbType.Text);

    private static readonly ArrayStatement Annul = new(
        "UPDATE known_disposition SET annulled_on = annulled.on_day FROM unnest($1, $2) AS annulled (id, on_day) WHERE known_disposition.id = annulled.id",
        NpgsqlDbType.Uuid, NpgsqlDbType.Date);

    private static readonly ArrayStatement Publish = new(
        """
        UPDATE known_disposition SET published_on = published.on_day, withdrawn_on = NULL, withdrawal_reasons = NULL
          FROM unnest($1, $2) AS published (id, on_day) WHERE known_disposition.id = published.id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Date);

    private static readonly ArrayStatement Withdraw = new(
        """
        UPDATE known_disposition SET withdrawn_on = withdrawn.on_day, withdrawal_reasons = withdrawn.reasons
          FROM unnest($1, $2, $3) AS withdrawn (id, on_day, reasons) WHERE known_disposition.id = withdrawn.id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Date, NpgsqlDbType.Text);

    public KnownOrganizationView()
        : base("known_organization", version: 2)
    {
        On<BannedOrganizationRecorded>(Record, (at, e) => [at.StreamId, string.Join('\u001f', [e.Name, .. e.Aliases]), e.UnlawfulKind is not null, e.Region.Value, at.Id]);
        On<DispositionRecorded>(Dispose, (at, e) => [e.DispositionId, at.StreamId, EnumWords.Of(e.Kind), e.DocumentNumber, e.DecidedOn, e.Authority]);
        On<DispositionAnnulled>(Annul, (_, e) => [e.DispositionId, e.AnnulledOn]);
        On<DispositionPublished>(Publish, (_, e) => [e.DispositionId, e.PublishedOn]);
        On<PublicationWithdrawn>(Withdraw, (_, e) => [e.DispositionId, e.WithdrawnOn, e.Reasons]);
    }

    public override string Schema =>
        """
        CREATE TABLE known_organization (
          id          uuid    NOT NULL PRIMARY KEY,
          names       text    NOT NULL,
          is_unlawful boolean NOT NULL,
          region      text    NOT NULL,
          position    bigint  NOT NULL
        );
        CREATE TABLE known_disposition (
          id                 uuid NOT NULL PRIMARY KEY,
          organization_id    uuid NOT NULL,
          kind               text NOT NULL,
          document_number    text NOT NULL,
          decided_on         date NOT NULL,
          authority          text NOT NULL,
          annulled_on        date NULL,
          published_on       date NULL,
          withdrawn_on       date NULL,
          withdrawal_reasons text NULL
        );
        CREATE INDEX known_disposition_of_an_organization ON known_disposition (organization_id);
        """;
}
