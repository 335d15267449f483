using Blacklist.Api.Eligibility.Knowledge;
using Blacklist.Api.EventLog;
using Blacklist.Api.Jobs;
using Blacklist.Domain.Eligibility;

namespace Blacklist.Api.Eligibility.Effects;

/// <summary>
/// Watches the applicants of recorded checks who were not watched when those were recorded: nobody asked about them before, or the check was under way while
/// events came. Such a check is asked at once about those of them that are done already.
/// </summary>
internal sealed class CheckIntake(EffectsRecord record, StoredQuestions questions, VerdictChanges changes, BearingFacts facts, SubjectKeys keys, EventStore log, RegistryPast past)
{
    private const int ChecksAtOnce = 500;
    private const int EventsAtOnce = 500;

    /// <summary>After it, every check that was recorded before it began is watched.</summary>
    public async Task<EffectsProgress> TakeIn(JobTurn turn, EffectsProgress progress)
    {
        var any = false;
        await foreach (var waiting in record.UnwatchedIds().Where(check => !questions.IsAside(check)).Chunk(ChecksAtOnce))
        {
            turn.Ended.ThrowIfCancellationRequested();
            await TakeIn(turn, progress, waiting);
            any = true;
        }

        // Where an event was left in the middle, those who came now may belong before its page: it is gone through again, and finds nothing twice.
        if (!any || progress.Page == WatchedApplicant.BeforeAll)
        {
            return progress;
        }

        var anew = progress with { Page = WatchedApplicant.BeforeAll };
        await EffectsRecord.Move(turn, progress, anew);
        return anew;
    }

    private async Task TakeIn(JobTurn turn, EffectsProgress progress, IReadOnlyList<Guid> waiting)
    {
        var applicants = new List<NewApplicant>();
        var missed = new List<(DueNotice Notice, AffectedCheck Affected)>();
        foreach (var check in (await record.Asked(waiting)).Values)
        {
            if (questions.Question(check) is { } question)
            {
                List<NewApplicant> asked = [.. Applicants(check, question)];
                applicants.AddRange(asked);
                missed.AddRange(await Missed(check, asked, progress.Processed));
            }
        }

        await EffectsRecord.TakeIn(turn, progress, [.. waiting.Where(check => !questions.IsAside(check))], applicants, missed);
    }

    private IEnumerable<NewApplicant> Applicants(AskedCheck check, EligibilityQuestion question)
    {
        var key = keys.Current;
        return question.Applicants.Select((applicant, place) => new NewApplicant(
            new AskedApplicant(check.Id, (short)place), check.LogPosition, SubjectKeys.IdentityOf(applicant.Identity, key),
            () => SubjectKeys.OfApplicant(applicant.Identity, key)));
    }

    /// <summary>What events that are done already change in a check that did not see them; each is told in a notice of its own.</summary>
    private async Task<IReadOnlyList<(DueNotice Notice, AffectedCheck Affected)>> Missed(AskedCheck check, List<NewApplicant> watched, long processed)
    {
        var missed = new List<(DueNotice Notice, AffectedCheck Affected)>();
        if (check.LogPosition >= processed)
        {
            return missed;
        }

        var applicants = watched.Select(one => (one.Applicant, one.Waits().Keys)).ToList();
        var last = new Dictionary<AskedApplicant, VerdictPair>();
        var reading = await past.Open(processed);
        for (var position = check.LogPosition; position < processed;)
        {
            foreach (var cause in (await log.ReadAfter(position, EventsAtOnce)).TakeWhile(recorded => recorded.Position <= processed))
            {
                position = cause.Position;
                if (await facts.Of(cause) is { } concerned && applicants.Where(one => concerned.Includes(one.Keys)).Select(one => one.Applicant).ToList() is { Count: > 0 } asked)
                {
                    missed.AddRange((await changes.By(cause, reading, asked, of => NoticeIds.Of(cause.Id, of.Client, of.Id), last)).Affected);
                }
            }
        }

        return missed;
    }
}
