using Blacklist.Domain.Calendar;
using Blacklist.Domain.Regions;

namespace Blacklist.Domain.Deadlines;

/// <summary>What one fact does to the deadlines of its stream. A stream has at most one open deadline of a kind.</summary>
public abstract record DeadlineChange
{
    private DeadlineChange()
    {
    }

    /// <summary>Says in which region the deadlines of the stream are watched; comes before the first is set.</summary>
    public static DeadlineChange In(RegionCode region) => new Placed(region);

    /// <summary>Opens a deadline; an open one of the kind with another day is replaced.</summary>
    /// <param name="warnFrom">The day from which a warning is due; null for none.</param>
    public static DeadlineChange Set(DeadlineKind kind, Deadline deadline, DateOnly? warnFrom = null) =>
        new Opened(kind, deadline.Due, deadline, warnFrom);

    /// <summary>The same for a day that was fixed, not counted.</summary>
    public static DeadlineChange Set(DeadlineKind kind, DateOnly due, DateOnly? warnFrom = null) => new Opened(kind, due, null, warnFrom);

    /// <summary>What was to be done is done.</summary>
    public static DeadlineChange Meet(DeadlineKind kind) => new Ended(kind, DeadlineEnd.Met);

    /// <summary>It no longer matters.</summary>
    public static DeadlineChange Lift(DeadlineKind kind) => new Ended(kind, DeadlineEnd.Lifted);

    /// <summary>No deadline of the stream matters any more.</summary>
    public static DeadlineChange LiftAll() => new Ended(null, DeadlineEnd.Lifted);

    /// <summary>Where the stream belongs.</summary>
    public sealed record Placed(RegionCode Region) : DeadlineChange;

    /// <param name="Explanation">How the day was counted; null when it was fixed.</param>
    public sealed record Opened(DeadlineKind Kind, DateOnly Due, Deadline? Explanation, DateOnly? WarnFrom) : DeadlineChange
    {
        /// <summary>The first instant at which it is too late.</summary>
        public DateTimeOffset PassesAt => LegalDate.Begins(Due.AddDays(1));

        /// <summary>From when on a warning is due.</summary>
        public DateTimeOffset? WarnAt => WarnFrom is { } day ? LegalDate.Begins(day) : null;
    }

    /// <param name="Kind">Null for all of them.</param>
    public sealed record Ended(DeadlineKind? Kind, DeadlineEnd How) : DeadlineChange;
}

/// <summary>How a deadline ends without passing, or after it.</summary>
public enum DeadlineEnd
{
    /// <summary>What was to be done was done.</summary>
    Met,

    /// <summary>It ceased to matter.</summary>
    Lifted,

    /// <summary>Another day was set.</summary>
    Replaced,
}
