using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.EventLog;
using Blacklist.Api.Jobs;
using Blacklist.Api.Pages;
using Blacklist.Api.Projections;
using Blacklist.Api.Retention;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Operations;

/// <summary>How the registry works: where the log stands, what follows it, what runs by itself, and what is no longer kept.</summary>
[Requires(Permission.ReadJobs)]
internal sealed class IndexModel(
    EventStore log, EligibilityIndex index, ReadModelRows readModels, InlineProjections projections, JobStatusRows jobs, IEnumerable<KeptMonths> kept,
    PageText texts, TimeProvider time) : PageModel
{
    public long Position { get; private set; }

    /// <summary>Events that this node's index has not seen yet.</summary>
    public long Behind { get; private set; }

    public IReadOnlyList<(BuiltReadModel Model, bool IsCurrent)> ReadModels { get; private set; } = [];

    public IReadOnlyList<JobStatus> Jobs { get; private set; } = [];

    public IReadOnlyList<DroppedMonth> Months { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var seen = index.Position;
        Position = await log.Position();
        Behind = Math.Max(0, Position - seen);
        ReadModels = [.. (await readModels.All(cancellation)).Select(model => (model, projections.All.Any(made => made.Name == model.Name && made.Digest == model.Digest)))];
        Jobs = await jobs.All(cancellation);
        Months = await kept.Single(months => months.Purpose == "checks").Dropped(cancellation);
    }

    /// <summary>What it is for; a newer node may run what this one has no word for.</summary>
    public string Called(string kind, string name) => texts.Has($"{kind}.{name}") ? texts[$"{kind}.{name}"] : "";

    public bool IsHeld(JobStatus job) => job.LeaseUntil > time.GetUtcNow();
}
