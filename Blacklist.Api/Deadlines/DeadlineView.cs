using System.Text.Json;
using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Projections;
using Blacklist.Domain.Deadlines;
using NpgsqlTypes;

namespace Blacklist.Api.Deadlines;

/// <summary>
/// The deadlines of all streams as their facts set, meet and lift them, and beside them what was told of each. A row of <c>deadline</c>
/// belongs to the subject's stream, a row of <c>deadline_firing</c> to the deadline's own; <c>deadline.passed</c> comes out the same whichever of the two
/// is there first.
/// </summary>
internal sealed class DeadlineView : Projection
{
    private static readonly ArrayStatement Place = new(
        """
        INSERT INTO deadline_subject (subject, region) SELECT * FROM unnest($1, $2)
            ON CONFLICT (subject) DO UPDATE SET region = excluded.region
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Text);

    private static readonly ArrayStatement End = new(
        """
        UPDATE deadline SET state = ended.state, ended_at = (SELECT timestamp FROM registry.mt_events WHERE id = ended.event_id)
          FROM unnest($1, $2, $3, $4) AS ended (subject, kind, state, event_id)
         WHERE deadline.subject = ended.subject AND (ended.kind IS NULL OR deadline.kind = ended.kind) AND deadline.state = 'open'
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Uuid);

    private static readonly ArrayStatement Replace = new(
        """
        UPDATE deadline SET state = 'replaced', ended_at = (SELECT timestamp FROM registry.mt_events WHERE id = another.event_id)
          FROM unnest($1, $2, $3, $4) AS another (subject, kind, id, event_id)
         WHERE deadline.subject = another.subject AND deadline.kind = another.kind AND deadline.id <> another.id AND deadline.state = 'open'
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Uuid, NpgsqlDbType.Uuid);

    private static readonly ArrayStatement Open = new(
        """
        INSERT INTO deadline (id, subject, subject_type, region, kind, due, passes_at, warn_at, explanation, state, set_at, passed)
        SELECT id, subject, subject_type, (SELECT region FROM deadline_subject AS placed WHERE placed.subject = opened.subject), kind, due, passes_at,
               warn_at, explanation, 'open', (SELECT timestamp FROM registry.mt_events WHERE mt_events.id = opened.event_id),
               EXISTS (SELECT FROM deadline_firing AS fired WHERE fired.id = opened.id AND fired.passed_at IS NOT NULL)
          FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) AS opened (id, subject, subject_type, kind, due, passes_at, warn_at, explanation, event_id)
            ON CONFLICT (id) DO UPDATE SET warn_at = excluded.warn_at, explanation = excluded.explanation, state = 'open', set_at = excluded.set_at, ended_at = NULL
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Date, NpgsqlDbType.TimestampTz, NpgsqlDbType.TimestampTz,
        NpgsqlDbType.Text, NpgsqlDbType.Uuid);

    private static readonly ArrayStatement Warn = new(
        "INSERT INTO deadline_firing (id, warned_at) SELECT * FROM unnest($1, $2) ON CONFLICT (id) DO UPDATE SET warned_at = excluded.warned_at",
        NpgsqlDbType.Uuid, NpgsqlDbType.TimestampTz);

    private static readonly ArrayStatement Pass = new(
        """
        WITH fired AS (
          INSERT INTO deadline_firing (id, passed_at, late_cause, late_from, late_until) SELECT * FROM unnest($1, $2, $3, $4, $5)
              ON CONFLICT (id) DO UPDATE SET passed_at = excluded.passed_at, late_cause = excluded.late_cause, late_from = excluded.late_from,
                 late_until = excluded.late_until
          RETURNING id)
        UPDATE deadline SET passed = true FROM fired WHERE deadline.id = fired.id
        """,
        NpgsqlDbType.Uuid, NpgsqlDbType.TimestampTz, NpgsqlDbType.Text, NpgsqlDbType.TimestampTz, NpgsqlDbType.TimestampTz);

    public DeadlineView()
        : base("deadline", version: 1)
    {
        foreach (var (stream, fact) in DeadlineSubjects.All.SelectMany(stream => stream.Facts.Select(fact => (stream, fact))))
        {
            OnMany(fact, Place, at => Changes<DeadlineChange.Placed>(stream, at).Select(placed => new object?[] { at.StreamId, placed.Region.Value }));
            OnMany(fact, End, at => Changes<DeadlineChange.Ended>(stream, at)
                .Select(ended => new object?[] { at.StreamId, EnumWords.Of(ended.Kind), EnumWords.Of(ended.How), at.Id }));
            OnMany(fact, Replace, at => Changes<DeadlineChange.Opened>(stream, at)
                .Select(opened => new object?[] { at.StreamId, EnumWords.Of(opened.Kind), IdOf(at, opened), at.Id }));
            OnMany(fact, Open, at => Changes<DeadlineChange.Opened>(stream, at).Select(opened => Row(stream, at, opened)));
        }

        On<DeadlineWarned>(Warn, (at, e) => [at.StreamId, e.FiredAt.UtcDateTime]);
        On<DeadlinePassed>(Pass, (at, e) =>
            [at.StreamId, e.FiredAt.UtcDateTime, EnumWords.Of(e.Late?.Cause), e.Late?.From.UtcDateTime, e.Late?.Until.UtcDateTime]);
    }

    public override string Schema =>
        $"""
        CREATE TABLE deadline_subject (
          subject uuid NOT NULL PRIMARY KEY,
          region  text NOT NULL
        );
        CREATE TABLE deadline (
          id           uuid        NOT NULL PRIMARY KEY,
          subject      uuid        NOT NULL,
          subject_type text        NOT NULL,
          region       text        NOT NULL,
          kind         text        NOT NULL,
          due          date        NOT NULL,
          passes_at    timestamptz NOT NULL,
          warn_at      timestamptz NULL,
          explanation  text        NULL,
          state        text        NOT NULL,
          set_at       timestamptz NOT NULL,
          ended_at     timestamptz NULL,
          passed       boolean     NOT NULL
        );
        CREATE INDEX deadline_of_a_subject ON deadline (subject);
        CREATE INDEX deadline_by_day ON deadline (due, id);
        CREATE INDEX deadline_that_passes ON deadline (passes_at, id) WHERE state = 'open' AND NOT passed;
        CREATE INDEX deadline_that_warns ON deadline (warn_at, id) WHERE state = 'open' AND NOT passed AND warn_at IS NOT NULL;
        CREATE TABLE deadline_firing (
          id         uuid        NOT NULL PRIMARY KEY,
          warned_at  timestamptz NULL,
          passed_at  timestamptz NULL,
          late_cause text        NULL,
          late_from  timestamptz NULL,
          late_until timestamptz NULL
        );
        {Wall.Around("deadline", Wall.Region)}
        {Wall.Around("deadline_firing", Wall.None)}
        """;

    private static IEnumerable<TChange> Changes<TChange>(StreamDeadlines stream, ProjectedEvent at)
        where TChange : DeadlineChange =>
        stream.Changes(at.Data).OfType<TChange>();

    private static object?[] Row(StreamDeadlines stream, ProjectedEvent at, DeadlineChange.Opened opened) =>
    [
        IdOf(at, opened), at.StreamId, stream.StreamType, EnumWords.Of(opened.Kind), opened.Due, opened.PassesAt.UtcDateTime, opened.WarnAt?.UtcDateTime,
        opened.Explanation is null ? null : JsonSerializer.Serialize(opened.Explanation, EventJson.Options), at.Id,
    ];

    private static Guid IdOf(ProjectedEvent at, DeadlineChange.Opened opened) => WatchedDeadline.IdOf(at.StreamId, opened.Kind, opened.Due).Value;
}
