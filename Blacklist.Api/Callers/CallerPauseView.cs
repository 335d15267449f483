using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Projections;
using Blacklist.Domain.Callers;
using NpgsqlTypes;

namespace Blacklist.Api.Callers;

/// <summary>Callers that are not answered at present.</summary>
internal sealed class CallerPauseView : Projection
{
    private static readonly ArrayStatement Pause = new(
        """
        INSERT INTO caller_pause (id, caller, cause, observed, ordinary, reason, paused_by, paused_at)
        SELECT id, caller, cause, observed, ordinary, reason, paused_by, (SELECT timestamp FROM registry.mt_events WHERE mt_events.id = paused.event)
          FROM unnest($1, $2, $3, $4, $5, $6, $7, $8) AS paused (id, caller, cause, observed, ordinary, reason, paused_by, event)
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Integer, NpgsqlDbType.Integer, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Uuid);

    private static readonly ArrayStatement Resume = new("DELETE FROM caller_pause USING unnest($1) AS resumed (id) WHERE caller_pause.id = resumed.id", NpgsqlDbType.Uuid);

    public CallerPauseView()
        : base("caller_pause", version: 1)
    {
        On<CallerPaused>(Pause, (at, e) => [at.StreamId, e.Caller.Value, EnumWords.Of(e.Cause), e.Observed, e.Limit, e.Reason, e.By.Value, at.Id]);
        On<CallerResumed>(Resume, (at, _) => [at.StreamId]);
    }

    public override string Schema =>
        """
        CREATE TABLE caller_pause (
          id        uuid        NOT NULL PRIMARY KEY,
          caller    text        NOT NULL,
          cause     text        NOT NULL,
          observed  integer     NULL,
          ordinary  integer     NULL,
          reason    text        NULL,
          paused_by text        NOT NULL,
          paused_at timestamptz NOT NULL
        );
        """;
}
