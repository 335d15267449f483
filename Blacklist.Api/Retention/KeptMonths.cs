using Blacklist.Api.Jobs;

namespace Blacklist.Api.Retention;

/// <summary>Something that is kept by months, UTC, and forgotten by months, whole.</summary>
/// <param name="purpose">Under which <c>retention.json</c> says for how long.</param>
internal abstract class KeptMonths(string purpose)
{
    public string Purpose { get; } = purpose;

    /// <summary>Makes room for the day's month and the next, ahead of need.</summary>
    public abstract Task Prepare(DateOnly day);

    /// <summary>By their first days, the oldest first.</summary>
    public abstract Task<IReadOnlyList<DateOnly>> Months();

    /// <returns>How many entries the month had.</returns>
    public abstract Task<long> Drop(JobTurn turn, DateOnly month, string period);

    public abstract Task<IReadOnlyList<DroppedMonth>> Dropped(CancellationToken cancellation);
}

/// <summary>A month that is no longer kept.</summary>
/// <param name="Month">Its first day; months are UTC months.</param>
/// <param name="Entries">How many there were.</param>
/// <param name="Retention">The period under which they were dropped.</param>
internal sealed record DroppedMonth(DateOnly Month, long Entries, string Retention, DateTimeOffset DroppedAt);
