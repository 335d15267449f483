using Blacklist.Api.EventLog;
using Blacklist.Api.Jobs;
using Blacklist.Api.Reference;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.CallerNotices;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Reexaminations;

namespace Blacklist.Api.Eligibility.Effects;

/// <summary>Opens the notices of events that are done, and a re-examination for each wrong refusal. What is open already stays as it is.</summary>
internal sealed class NoticeOpening(DueNoticesRecord record, EventStore log, Calendars calendars, Procedure procedure)
{
    private const int StreamsAtOnce = 250;

    /// <returns>How many notices were opened.</returns>
    public async Task<int> Open(JobTurn turn, long processed)
    {
        var due = await record.Due(processed);
        foreach (var notice in due)
        {
            turn.Ended.ThrowIfCancellationRequested();
            await Open(turn, notice);
            await DueNoticesRecord.Done(turn, notice.Id);
        }

        return due.Count;
    }

    private async Task Open(JobTurn turn, DueNotice due)
    {
        var counts = await record.Count(due.Id);
        var calendar = await calendars.Current();
        var today = LegalDate.At(turn.BeganAt);
        var opening = new OpenCallerNotice(
            due.Id, due.Caller, due.CauseEvent, due.Cause, counts.Region, counts.Checks, counts.WrongRefusals, counts.WrongClearances,
            calendar.Add(today, procedure.NoticeAcknowledgement).Value);
        await Begin(turn, CallerNotice.Stream, [(due.Id.Value, OpenCallerNotice.Decide(CallerNotice.Initial, opening))]);
        if (counts.WrongRefusals == 0)
        {
            return;
        }

        var until = calendar.Add(today, procedure.Reexamination).Value;
        for (var page = await record.WrongRefusals(due.Id, Guid.Empty, StreamsAtOnce); page.Count > 0;
             page = await record.WrongRefusals(due.Id, page[^1].Check, StreamsAtOnce))
        {
            await Begin(turn, Reexamination.Stream, [.. page.Select(refusal =>
            {
                var id = NoticeIds.Of(due.Id, refusal.Check);
                return (id.Value, OpenReexamination.Decide(
                    Reexamination.Initial, new OpenReexamination(id, refusal.Check, due.Id, due.Caller, refusal.Region, until)));
            })]);
        }
    }

    /// <summary>Streams that may be there already, from a turn that ended in the middle.</summary>
    private async Task Begin<TState>(JobTurn turn, StreamKind<TState> kind, IReadOnlyList<(Guid Id, Outcome Outcome)> streams)
    {
        AppendResult result;
        do
        {
            var known = await log.Load([.. streams.Select(stream => stream.Id)]);
            var missing = streams.Where(stream => !known.ContainsKey(stream.Id)).ToList();
            if (missing.Count == 0)
            {
                return;
            }

            result = await turn.Append([.. missing.Select(stream => new StreamAppend(
                stream.Id, kind.Type, 0, [.. ((Outcome.Recorded)stream.Outcome).Events.Select(fact => new NewEvent(NoticeIds.FirstEventOf(stream.Id), fact))]))]);
        }
        while (result is AppendResult.VersionConflict);
    }
}
