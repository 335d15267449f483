using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Projections;
using Blacklist.Domain.Reexaminations;
using NpgsqlTypes;

namespace Blacklist.Api.Reexaminations;

/// <summary>Re-examinations as they stand.</summary>
internal sealed class ReexaminationView : Projection
{
    private static readonly ArrayStatement Open = new(
        """
        INSERT INTO reexamination (id, check_id, notice_id, caller, region, until, opened_at)
        SELECT id, check_id, notice_id, caller, region, until, (SELECT timestamp FROM registry.mt_events WHERE mt_events.id = opened.event)
          FROM unnest($1, $2, $3, $4, $5, $6, $7) AS opened (id, check_id, notice_id, caller, region, until, event)
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Date, NpgsqlDbType.Uuid);

    private static readonly ArrayStatement Complete = new(
        """
        UPDATE reexamination SET outcome = done.outcome, reason = done.reason,
               completed_at = (SELECT timestamp FROM registry.mt_events WHERE mt_events.id = done.event)
          FROM unnest($1, $2, $3, $4) AS done (id, outcome, reason, event) WHERE reexamination.id = done.id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Uuid);

    public ReexaminationView()
        : base("reexamination", version: 1)
    {
        On<ReexaminationOpened>(Open, (at, e) => [at.StreamId, e.CheckId, e.NoticeId.Value, e.Caller.Value, e.Region.Value, e.Until, at.Id]);
        On<ReexaminationCompleted>(Complete, (at, e) => [at.StreamId, EnumWords.Of(e.Outcome), e.Reason, at.Id]);
    }

    public override string Schema =>
        $"""
        CREATE TABLE reexamination (
          id           uuid        NOT NULL PRIMARY KEY,
          check_id     uuid        NOT NULL,
          notice_id    uuid        NOT NULL,
          caller       text        NOT NULL,
          region       text        NOT NULL,
          until        date        NULL,
          opened_at    timestamptz NOT NULL,
          outcome      text        NULL,
          reason       text        NULL,
          completed_at timestamptz NULL
        );
        CREATE INDEX reexamination_of_a_check ON reexamination (check_id);
        {Wall.Around("reexamination", Wall.AskedCheck)}
        """;
}
