using Blacklist.Api.Eligibility.Knowledge;
using Blacklist.Api.EventLog;
using Blacklist.Api.Jobs;

namespace Blacklist.Api.Eligibility.Effects;

/// <summary>
/// Watches the applicants of recorded checks. A position is closed once the log has moved past it: no further check is stored there. A check
/// that was under way while events came is asked at once about those of them that are done already.
/// </summary>
internal sealed class CheckIntake(EffectsRecord record, VerdictChanges changes, BearingFacts facts, SubjectKeys keys, EventStore log, RegistryPast past)
{
    private const int ChecksAtOnce = 4_000;
    private const int QuestionsAtOnce = 500;
    private const int EventsAtOnce = 500;

    /// <param name="end">Where the log stands.</param>
    public async Task<EffectsProgress> TakeIn(JobTurn turn, EffectsProgress progress, long end)
    {
        var any = false;
        var closed = Math.Max(end - 1, progress.TakenIn);
        if (closed > progress.TakenIn)
        {
            await foreach (var checks in record.Unwatched(progress.TakenIn, closed, progress.Processed).Chunk(ChecksAtOnce))
            {
                turn.Ended.ThrowIfCancellationRequested();
                await TakeIn(turn, progress, checks);
                any = true;
            }
        }

        await foreach (var check in record.UnderWay(progress.TakenIn))
        {
            await EffectsRecord.TakeIn(turn, progress, [.. Applicants(check)], await Missed(check, progress.Processed));
            any = true;
        }

        // Where an event was left in the middle, those who came now may belong before its page: it is gone through again, and finds nothing twice.
        var moved = progress with { TakenIn = closed, Page = any ? AskedApplicant.BeforeAll : progress.Page };
        if (moved != progress)
        {
            await EffectsRecord.Move(turn, progress, moved);
        }

        return moved;
    }

    /// <summary>What was asked is read only where it asks about a person whom nobody asked about before.</summary>
    private async Task TakeIn(JobTurn turn, EffectsProgress progress, IReadOnlyList<UnwatchedCheck> checks)
    {
        foreach (var others in (await EffectsRecord.TakeInKnown(turn, progress, checks)).Chunk(QuestionsAtOnce))
        {
            var asked = await record.Asked(others);
            await EffectsRecord.TakeIn(turn, progress, [.. asked.Values.SelectMany(Applicants)]);
        }
    }

    private IEnumerable<NewApplicant> Applicants(AskedCheck check)
    {
        var key = keys.Current;
        return changes.Applicants(check).Select((applicant, place) => new NewApplicant(
            new AskedApplicant(check.Id, (short)place), check.LogPosition, SubjectKeys.IdentityOf(applicant.Identity, key),
            () => SubjectKeys.OfApplicant(applicant.Identity, key)));
    }

    /// <summary>What events that are done already change in a check that did not see them; each is told in a notice of its own.</summary>
    private async Task<IReadOnlyList<(DueNotice Notice, AffectedCheck Affected)>> Missed(AskedCheck check, long processed)
    {
        var missed = new List<(DueNotice Notice, AffectedCheck Affected)>();
        var applicants = Applicants(check).Select(one => (one.Applicant, one.Waits().Keys)).ToList();
        var last = new Dictionary<AskedApplicant, VerdictPair>();
        var reading = await past.Open(processed);
        for (var position = check.LogPosition; position < processed;)
        {
            foreach (var cause in (await log.ReadAfter(position, EventsAtOnce)).TakeWhile(recorded => recorded.Position <= processed))
            {
                position = cause.Position;
                if (await facts.Of(cause) is { } concerned && applicants.Where(one => concerned.Includes(one.Keys)).Select(one => one.Applicant).ToList() is { Count: > 0 } asked)
                {
                    missed.AddRange(await changes.By(cause, reading, asked, of => NoticeIds.Of(cause.Id, of.Client, of.Id), last));
                }
            }
        }

        return missed;
    }
}
