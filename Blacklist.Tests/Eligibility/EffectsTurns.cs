using Blacklist.Api.Eligibility.Effects;
using Blacklist.Api.Eligibility.Knowledge;
using Blacklist.Api.EventLog;
using Blacklist.Api.Jobs;
using Npgsql;

namespace Blacklist.Tests.Eligibility;

/// <summary>The work on effects, begun at will and under leases of the test's own, beside whatever the nodes do by themselves.</summary>
internal static class EffectsTurns
{
    private static readonly TimeSpan LongestWork = TimeSpan.FromMinutes(5);

    /// <summary>Until everything that was there when it began is done, however often others are at the same work.</summary>
    public static async Task Finish(RegistryNode node, int applicantsAtOnce = 500)
    {
        var end = await node.Service<EventStore>().Position();
        using var limit = new CancellationTokenSource(LongestWork);
        while ((await node.Service<EffectsRecord>().Progress()).Processed < end || (await node.Service<DueNoticesRecord>().Due(end)).Count > 0)
        {
            await Try(node, applicantsAtOnce, CancellationToken.None);
            limit.IsCancellationRequested.ShouldBeFalse("The work on effects does not come to its end.");
        }
    }

    /// <summary>One turn, which may meet another at the same work and end.</summary>
    public static async Task Try(RegistryNode node, int applicantsAtOnce, CancellationToken ended)
    {
        var leases = node.Service<JobLeases>();
        var name = $"effects_{Guid.NewGuid():N}";
        var lease = await leases.Take(name, name, TimeSpan.FromMinutes(10), TimeSpan.Zero);
        var job = new EffectsJob(
            node.Service<WatchedKeys>(), node.Service<EffectsRecord>(), node.Service<WatchRecord>(), node.Service<CheckIntake>(), node.Service<BearingFacts>(), node.Service<VerdictChanges>(),
            node.Service<NoticeOpening>(), node.Service<EventStore>(), node.Service<RegistryPast>())
        {
            ApplicantsAtOnce = applicantsAtOnce,
        };
        try
        {
            await job.Run(new JobTurn(lease!, node.Service<EventStore>(), leases, ended));
        }
        catch (Exception met) when (met is InvalidOperationException or OperationCanceledException or PostgresException { SqlState: "23505" or "40001" or "40P01" })
        {
            // another turn was first, or this one was ended: the next goes on
        }
    }
}
