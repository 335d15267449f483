using Blacklist.Domain.Listings;

namespace Blacklist.Domain.Deadlines;

/// <summary>Every kind of stream that has deadlines: one line each.</summary>
public static class DeadlineSubjects
{
    public static IReadOnlyList<StreamDeadlines> All { get; } =
    [
        ListingDeadlines.Of,
    ];
}
