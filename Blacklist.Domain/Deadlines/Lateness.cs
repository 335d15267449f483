namespace Blacklist.Domain.Deadlines;

/// <summary>Why the passing of a deadline was found late.</summary>
public enum LateCause
{
    /// <summary>It was recorded only after its day was over.</summary>
    RecordedAfterwards,

    /// <summary>No node stood ready to look.</summary>
    NoScheduler,

    /// <summary>A node looked, but had not come to it.</summary>
    Backlog,
}

/// <summary>Why the passing of a deadline was found late, and from when until when that was so.</summary>
public sealed record Lateness(LateCause Cause, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>What is found within this time is not late.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <param name="recordedAt">When the registry learned of the deadline.</param>
    /// <param name="outages">Times in which no node stood ready, in order.</param>
    /// <returns>Null when it was found in time.</returns>
    public static Lateness? Of(
        DateTimeOffset passesAt, DateTimeOffset firedAt, DateTimeOffset recordedAt, IReadOnlyList<(DateTimeOffset Since, DateTimeOffset Until)> outages)
    {
        if (firedAt - passesAt <= Tolerance)
        {
            return null;
        }

        var findable = passesAt < recordedAt ? recordedAt : passesAt;
        foreach (var (since, until) in outages)
        {
            if (since < firedAt && until > findable)
            {
                return new Lateness(LateCause.NoScheduler, since, until);
            }
        }

        return recordedAt > passesAt
            ? new Lateness(LateCause.RecordedAfterwards, passesAt, recordedAt)
            : new Lateness(LateCause.Backlog, passesAt, firedAt);
    }
}
