using Blacklist.Api.Commands;
using Blacklist.Api.EventLog;
using Blacklist.Api.Jobs;
using Blacklist.Domain.Deadlines;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Deadlines;

/// <summary>
/// Tells of every deadline that it comes near, and that it has passed; with the passing it records what follows from it. What a clerk did
/// meanwhile makes the append conflict, and the next turn looks again.
/// </summary>
internal sealed class DeadlineJob(EventStore log, DueDeadlineRows due, IServiceProvider services, ILogger<DeadlineJob> logger)
    : Job("deadlines", TimeSpan.FromSeconds(5))
{
    private const int PageSize = 1000;

    /// <summary>Enough to fill groups of the log, and few enough to leave connections to callers.</summary>
    private const int AtOnce = 16;

    private const int MostToldFailures = 10;

    private static readonly Dictionary<string, StreamDeadlines> Subjects = DeadlineSubjects.All.ToDictionary(stream => stream.StreamType);

    public override async Task Run(JobTurn turn)
    {
        await ForAll(turn, due.ToPass, (deadline, outages) => Pass(turn, deadline, outages));
        await ForAll(turn, due.ToWarn, (deadline, _) => Warn(turn, deadline));
    }

    private async Task ForAll(
        JobTurn turn, Func<DueDeadline?, int, Task<IReadOnlyList<DueDeadline>>> next, Func<DueDeadline, IReadOnlyList<JobOutage>, Task> act)
    {
        for (var page = await next(null, PageSize); page.Count > 0; page = await next(page[^1], PageSize))
        {
            var outages = await turn.Outages(page[0].ComesAt);
            var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = turn.Ended };
            await Parallel.ForEachAsync(page, options, async (deadline, _) =>
            {
                try
                {
                    await act(deadline, outages);
                }
                catch (Exception failure) when (failure is not (LeaseLostException or ReadModelsReplacedException))
                {
                    if (turn.Failed(failure) <= MostToldFailures)
                    {
                        logger.LogError(failure, "Deadline {Deadline} ({Kind}) failed; it is tried again", deadline.Id, deadline.Kind);
                    }
                }
            });
        }
    }

    private async Task Pass(JobTurn turn, DueDeadline deadline, IReadOnlyList<JobOutage> outages)
    {
        var (subject, open) = await Look(deadline);
        if (open is null)
        {
            return;
        }

        var watched = await Load(deadline.Id);
        var late = Lateness.Of(open.PassesAt, deadline.Now, deadline.SetAt, [.. outages.Select(outage => (outage.Since, outage.Until))]);
        var facts = Facts(PassDeadline.Decide(watched.State, new PassDeadline(deadline.Subject, open, deadline.Now, late)));
        if (facts.Count > 0)
        {
            await turn.Append([watched.Append(facts), .. await Following(subject, deadline)]);
        }
    }

    private async Task Warn(JobTurn turn, DueDeadline deadline)
    {
        var (subject, open) = await Look(deadline);
        if (open is null)
        {
            return;
        }

        var watched = await Load(deadline.Id);
        var facts = Facts(WarnOfDeadline.Decide(watched.State, new WarnOfDeadline(deadline.Subject, open, deadline.Now)));
        if (facts.Count > 0)
        {
            await turn.Append([watched.Append(facts), Unmoved(subject, deadline)]);
        }
    }

    /// <returns>The subject's stream, and the deadline if it is still open there.</returns>
    private async Task<(EventStream Subject, DeadlineChange.Opened? Open)> Look(DueDeadline deadline)
    {
        var subject = await log.Load(deadline.Subject);
        var open = Subjects[deadline.SubjectType].Open(subject.Events.Select(at => at.Data)).GetValueOrDefault(deadline.Kind);
        return (subject, open?.Due == deadline.Due ? open : null);
    }

    private async Task<Loaded<WatchedDeadline>> Load(Guid id)
    {
        var (kind, stream) = (WatchedDeadline.Stream, await log.Load(id));
        return new Loaded<WatchedDeadline>(kind, id, stream.Version, stream.Fold(kind.Initial, kind.Evolve));
    }

    /// <summary>The subject unmoved, with what other slices record when such a deadline passes.</summary>
    private async Task<IReadOnlyList<StreamAppend>> Following(EventStream subject, DueDeadline deadline)
    {
        var following = new List<StreamAppend>();
        foreach (var consequence in services.GetKeyedServices<Consequence>(deadline.Kind))
        {
            following.AddRange(await consequence(subject, deadline.Now));
        }

        return following.Exists(append => append.StreamId == subject.Id) ? following : [.. following, Unmoved(subject, deadline)];
    }

    private static StreamAppend Unmoved(EventStream subject, DueDeadline deadline) => new(subject.Id, deadline.SubjectType, subject.Version, []);

    private static IReadOnlyList<IEvent> Facts(Outcome outcome) => ((Outcome.Recorded)outcome).Events;
}
