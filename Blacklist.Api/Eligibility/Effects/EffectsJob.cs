using Blacklist.Api.Eligibility.Knowledge;
using Blacklist.Api.EventLog;
using Blacklist.Api.Jobs;

namespace Blacklist.Api.Eligibility.Effects;

/// <summary>
/// Goes through the log, event by event: which answers given before does it change, and who is told. Pages of applicants, and that they are
/// done, are stored together; whoever goes on after a crash goes on after the last page (ADR 0017).
/// </summary>
internal sealed class EffectsJob(
    WatchedKeys keys, EffectsRecord record, WatchRecord watch, CheckIntake intake, BearingFacts facts, VerdictChanges changes, NoticeOpening notices, EventStore log, RegistryPast past)
    : Job("retroactive_effects", TimeSpan.FromSeconds(5))
{
    private const int EventsAtOnce = 1_000;

    /// <summary>How many applicants are stored together.</summary>
    public int ApplicantsAtOnce { get; init; } = 500;

    public override async Task Run(JobTurn turn)
    {
        await keys.MakeSure(turn);
        var end = await log.Position();
        var progress = await intake.TakeIn(turn, await record.Progress());
        if (progress.Processed < end && progress.Page == WatchedApplicant.BeforeAll && !await watch.AnyBefore(end))
        {
            progress = await Reach(turn, progress, end); // a register that was loaded before anybody asked is not gone through
        }

        while (progress.Processed < end)
        {
            var batch = (await log.ReadAfter(progress.Processed, EventsAtOnce)).TakeWhile(recorded => recorded.Position <= end).ToList();
            progress = await Process(turn, progress, batch);
            await notices.Open(turn, progress.Processed);
        }

        await notices.Open(turn, progress.Processed);
    }

    private async Task<EffectsProgress> Process(JobTurn turn, EffectsProgress progress, List<EventEnvelope> batch)
    {
        var reading = await past.Open(batch[^1].Position);
        foreach (var cause in batch)
        {
            turn.Ended.ThrowIfCancellationRequested();
            if (await facts.Of(cause) is { } concerned)
            {
                progress = await Process(turn, progress, cause, concerned, reading);
            }
        }

        var done = new EffectsProgress(batch[^1].Position, WatchedApplicant.BeforeAll);
        if (done != progress)
        {
            await EffectsRecord.Move(turn, progress, done);
        }

        return done;
    }

    private async Task<EffectsProgress> Process(JobTurn turn, EffectsProgress progress, EventEnvelope cause, Concerned concerned, PastReading reading)
    {
        // A page that was begun is of the event after the last that is done. That one may bear no more: its person was erased since.
        var begun = progress.Processed == cause.Position - 1 ? progress.Page : WatchedApplicant.BeforeAll;
        var page = await Next(begun);
        if (page.Count == 0 && begun == WatchedApplicant.BeforeAll)
        {
            return progress;
        }

        progress = await Reach(turn, progress, cause.Position - 1);
        while (page.Count > 0)
        {
            turn.Ended.ThrowIfCancellationRequested();
            var judged = await changes.By(cause, reading, [.. page.Select(watched => watched.Asked)], check => NoticeIds.Of(cause.Id, check.Client));
            var moved = progress with { Page = page[^1] };
            await EffectsRecord.Move(turn, progress, moved, judged);
            progress = moved;
            page = await Next(progress.Page);
        }

        return await Reach(turn, progress, cause.Position);

        Task<IReadOnlyList<WatchedApplicant>> Next(WatchedApplicant after) => watch.Watched(concerned.Keys, cause.Position, after, ApplicantsAtOnce);
    }

    /// <summary>Everything up to here is done.</summary>
    private static async Task<EffectsProgress> Reach(JobTurn turn, EffectsProgress progress, long position)
    {
        if (progress.Processed == position)
        {
            return progress;
        }

        var reached = new EffectsProgress(position, WatchedApplicant.BeforeAll);
        await EffectsRecord.Move(turn, progress, reached);
        return reached;
    }
}
