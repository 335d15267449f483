using Blacklist.Api.Audit;
using Blacklist.Api.Audit.Recording;
using Blacklist.Api.Jobs;
using Blacklist.Domain.Calendar;

namespace Blacklist.Api.Retention;

/// <summary>
/// Forgets what has been kept for its time. A period that nobody has confirmed forgets nothing, for what is forgotten cannot be had back; what was
/// forgotten stands in the audit.
/// </summary>
internal sealed class RetentionJob(IEnumerable<KeptMonths> kept, RetentionSchedule schedule, AuditLane audit, ILogger<RetentionJob> logger)
    : Job("retention", TimeSpan.FromHours(1))
{
    public override async Task Run(JobTurn turn)
    {
        foreach (var months in kept)
        {
            await months.Prepare(DateOnly.FromDateTime(turn.BeganAt.UtcDateTime));
            await Tell(turn, months);
            if (schedule.Periods[months.Purpose] is { IsConfirmed: true, Period: var period })
            {
                await Forget(turn, months, period);
            }
        }
    }

    private async Task Forget(JobTurn turn, KeptMonths months, Period period)
    {
        var today = LegalDate.At(turn.BeganAt);
        foreach (var month in (await months.Months()).Where(month => period.LastDay(month.AddMonths(1).AddDays(-1)) < today))
        {
            turn.Ended.ThrowIfCancellationRequested();
            var count = await months.Drop(turn, month, period.ToString());
            logger.LogInformation("{Count} entries of {Purpose} of {Month} were dropped: they were kept for {Period}", count, months.Purpose, month, period);
            await Tell(turn, months);
        }
    }

    /// <summary>Also of what a turn dropped that ended before it could tell.</summary>
    private async Task Tell(JobTurn turn, KeptMonths months)
    {
        foreach (var gone in await months.Untold(turn.By))
        {
            await audit.Record(Entry(turn, months.Purpose, gone.Month, gone.Entries, gone.DroppedAt));
        }
    }

    private static AuditEntry Entry(JobTurn turn, string purpose, DateOnly month, long count, DateTimeOffset at) => new(
        Guid.CreateVersion7(), at, AuditKind.Act, turn.By, Department: "", Regions: [], Permission: "", Endpoint: "retention", Subjects: [],
        purpose, $"{month:yyyy-MM}", DisclosureTier.Nothing, (int)Math.Min(count, int.MaxValue), StatusCodes.Status200OK, Request: "");
}
