using Blacklist.Api.EventLog;
using Blacklist.Api.Projections;
using Blacklist.Tests.EventLog;
using NpgsqlTypes;

namespace Blacklist.Tests.Projections;

/// <summary>A read model of the tests: gates with what passed through them, and when each was built.</summary>
internal sealed class GateView : Projection
{
    private static readonly ArrayStatement Add = new(
        """
        INSERT INTO gate (id, place, built_at, position)
        SELECT g.id, g.place, e.timestamp, e.seq_id FROM unnest($1, $2, $3) AS g(id, place, event) JOIN registry.mt_events AS e ON e.id = g.event
        """,
        NpgsqlDbType.Uuid,
        NpgsqlDbType.Text,
        NpgsqlDbType.Uuid);

    private static readonly ArrayStatement Count = new(
        "UPDATE gate SET passed = passed * 2 + p.count, version = p.version FROM unnest($1, $2, $3) AS p(id, count, version) WHERE gate.id = p.id",
        NpgsqlDbType.Uuid,
        NpgsqlDbType.Integer,
        NpgsqlDbType.Bigint);

    private static readonly ArrayStatement Close = new(
        "INSERT INTO gate_closing (gate, reason) SELECT * FROM unnest($1, $2)", NpgsqlDbType.Uuid, NpgsqlDbType.Text);

    public GateView(int version = 1)
        : base("gate", version)
    {
        On<GateBuilt>(Add, (at, built) => [built.Gate.Value, built.Place, at.Id]);
        On<GatePassed>(Count, (at, passed) => [at.StreamId, passed.Count, at.Version]);
        On<GateClosed>(Close, (at, closed) => [at.StreamId, closed.Reason]);
    }

    public override string Schema => """
        CREATE TABLE gate (
          id       uuid        NOT NULL PRIMARY KEY,
          place    text        NOT NULL,
          built_at timestamptz NOT NULL,
          position bigint      NOT NULL,
          passed   numeric     NOT NULL DEFAULT 0,
          version  bigint      NOT NULL DEFAULT 1
        );
        CREATE INDEX gates_by_place ON gate (place);
        CREATE TABLE gate_closing (gate uuid NOT NULL, reason text NOT NULL);
        """;
}
