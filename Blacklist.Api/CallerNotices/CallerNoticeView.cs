using Blacklist.Api.EventLog;
using Blacklist.Api.Projections;
using Blacklist.Domain.CallerNotices;
using NpgsqlTypes;

namespace Blacklist.Api.CallerNotices;

/// <summary>Caller notices as they stand.</summary>
internal sealed class CallerNoticeView : Projection
{
    private static readonly ArrayStatement Open = new(
        """
        INSERT INTO caller_notice (id, caller, cause, cause_position, region, checks, wrong_refusals, wrong_clearances, acknowledge_until, opened_at)
        SELECT id, caller, cause, cause_position, region, checks, wrong_refusals, wrong_clearances, acknowledge_until,
               (SELECT timestamp FROM registry.mt_events WHERE mt_events.id = opened.event)
          FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
               AS opened (id, caller, cause, cause_position, region, checks, wrong_refusals, wrong_clearances, acknowledge_until, event)
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Uuid, NpgsqlDbType.Bigint, NpgsqlDbType.Text, NpgsqlDbType.Integer, NpgsqlDbType.Integer,
        NpgsqlDbType.Integer, NpgsqlDbType.Date, NpgsqlDbType.Uuid);

    private static readonly ArrayStatement Acknowledge = new(
        """
        UPDATE caller_notice SET acknowledged_at = (SELECT timestamp FROM registry.mt_events WHERE mt_events.id = seen.event)
          FROM unnest($1, $2) AS seen (id, event) WHERE caller_notice.id = seen.id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid);

    public CallerNoticeView()
        : base("caller_notice", version: 1)
    {
        On<CallerNoticeOpened>(Open, (at, e) =>
        [
            at.StreamId, e.Caller.Value, e.Cause, e.CausePosition, e.Region.Value, e.Checks, e.WrongRefusals, e.WrongClearances, e.AcknowledgeUntil, at.Id,
        ]);
        On<CallerNoticeAcknowledged>(Acknowledge, (at, _) => [at.StreamId, at.Id]);
    }

    public override string Schema =>
        $"""
        CREATE TABLE caller_notice (
          id                uuid        NOT NULL PRIMARY KEY,
          caller            text        NOT NULL,
          cause             uuid        NOT NULL,
          cause_position    bigint      NOT NULL,
          region            text        NOT NULL,
          checks            integer     NOT NULL,
          wrong_refusals    integer     NOT NULL,
          wrong_clearances  integer     NOT NULL,
          acknowledge_until date        NULL,
          opened_at         timestamptz NOT NULL,
          acknowledged_at   timestamptz NULL
        );
        CREATE INDEX caller_notice_of_a_caller ON caller_notice (caller, cause_position, id);
        CREATE INDEX caller_notice_in_order ON caller_notice (cause_position, id);
        {Wall.Around("caller_notice", Wall.Told)}
        """;
}
