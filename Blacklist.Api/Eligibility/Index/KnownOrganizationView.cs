using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Projections;
using Blacklist.Domain.BannedOrganizations;
using NpgsqlTypes;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>What a node loads at its start of organizations: their names, and what was decided on them and still stands.</summary>
internal sealed class KnownOrganizationView : Projection
{
    private static readonly ArrayStatement Record = new(
        """
        INSERT INTO known_organization (id, names, is_unlawful, position)
        SELECT known.id, known.names, known.is_unlawful, (SELECT seq_id FROM registry.mt_events WHERE mt_events.id = known.event)
          FROM unnest($1, $2, $3, $4) AS known (id, names, is_unlawful, event)
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Boolean, NpgsqlDbType.Uuid);

    private static readonly ArrayStatement Dispose = new(
        "INSERT INTO known_disposition (id, organization_id, kind) SELECT * FROM unnest($1, $2, $3)",
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Text);

    private static readonly ArrayStatement Annul = new(
        "DELETE FROM known_disposition USING unnest($1) AS annulled (id) WHERE known_disposition.id = annulled.id", NpgsqlDbType.Uuid);

    public KnownOrganizationView()
        : base("known_organization", version: 1)
    {
        On<BannedOrganizationRecorded>(Record, (at, e) => [at.StreamId, string.Join('\u001f', [e.Name, .. e.Aliases]), e.UnlawfulKind is not null, at.Id]);
        On<DispositionRecorded>(Dispose, (at, e) => [e.DispositionId, at.StreamId, EnumWords.Of(e.Kind)]);
        On<DispositionAnnulled>(Annul, (_, e) => [e.DispositionId]);
    }

    public override string Schema =>
        """
        CREATE TABLE known_organization (
          id          uuid    NOT NULL PRIMARY KEY,
          names       text    NOT NULL,
          is_unlawful boolean NOT NULL,
          position    bigint  NOT NULL
        );
        CREATE TABLE known_disposition (
          id              uuid NOT NULL PRIMARY KEY,
          organization_id uuid NOT NULL,
          kind            text NOT NULL
        );
        CREATE INDEX known_disposition_of_an_organization ON known_disposition (organization_id);
        """;
}
