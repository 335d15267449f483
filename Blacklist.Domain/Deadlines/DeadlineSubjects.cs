using Blacklist.Domain.Appeals;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.CallerNotices;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Reexaminations;

namespace Blacklist.Domain.Deadlines;

/// <summary>Every kind of stream that has deadlines: one line each.</summary>
public static class DeadlineSubjects
{
    public static IReadOnlyList<StreamDeadlines> All { get; } =
    [
        ListingDeadlines.Of,
        AppealDeadlines.Of,
        CallerNoticeDeadlines.Of,
        ReexaminationDeadlines.Of,
        BannedOrganizationDeadlines.Of,
    ];
}
