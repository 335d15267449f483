using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Deadlines;

/// <summary>The day comes near on which a deadline passes.</summary>
/// <param name="Subject">Stream whose deadline it is.</param>
/// <param name="FiredAt">By the database's clock.</param>
[StoredName("deadline_warned")]
public sealed record DeadlineWarned(DeadlineId DeadlineId, Guid Subject, DeadlineKind Kind, DateOnly Due, DateTimeOffset FiredAt) : IEvent;

/// <summary>届满: the last day is over, and what was to be done was not.</summary>
/// <param name="Subject">Stream whose deadline it is.</param>
/// <param name="FiredAt">By the database's clock.</param>
/// <param name="Late">Why it was found much later than it came to pass; null when it was found in time.</param>
[StoredName("deadline_passed")]
public sealed record DeadlinePassed(
    DeadlineId DeadlineId, Guid Subject, DeadlineKind Kind, DateOnly Due, DateTimeOffset FiredAt, Lateness? Late) : IEvent;
