using Blacklist.Api.Security;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Console.Listings;

/// <summary>What can be done with a listing as it stands; the domain decides, this only spares the way to a refusal.</summary>
/// <param name="Address">Below that of the listing.</param>
/// <param name="Key">Of its words.</param>
internal sealed record ListingTask(string Address, string Key, Permission Permission, Func<Listing, bool> IsOpen)
{
    public static readonly IReadOnlyList<ListingTask> All =
    [
        new("notice", "serveNotice.title", Permission.ServeNotices, listing => listing.Status == ListingStatus.Proposed),
        new("service-attempts", "recordServiceAttempt.title", Permission.ServeNotices, listing => listing.Status == ListingStatus.Proposed),
        new("statement", "recordStatement.title", Permission.RecordStatements, listing => listing is { Status: ListingStatus.NoticeServed, Statement: null }),
        Decide,
        new("appeal", "fileAppeal.title", Permission.FileAppeals, listing => listing.WasAnnounced),
        new("suspension", "suspendListing.title", Permission.ChangeListings, listing => listing.Status == ListingStatus.InForce),
        new("suspension/end", "resumeListing.title", Permission.ChangeListings,
            listing => listing.Status == ListingStatus.InForce && listing.Changes.Suspensions.Exists(days => days is { IsEmpty: false, Until: null })),
        new("variation", "varyListing.title", Permission.ChangeListings, listing => listing.Status == ListingStatus.InForce),
        new("waiver", "waiveListing.title", Permission.ChangeListings, listing => listing.Status == ListingStatus.InForce),
        new("repair", "repairListing.title", Permission.ChangeListings, listing => listing.Status == ListingStatus.InForce),
        new("annulment", "annulListing.title", Permission.AnnulListings, listing => listing.WasEntered),
        new("identities", "linkIdentity.title", Permission.LinkIdentities, listing => listing.Status is not (ListingStatus.Dropped or ListingStatus.Annulled)),
        new("same-person", "mergePersons.title", Permission.LinkIdentities, listing => listing.Status is not (ListingStatus.Dropped or ListingStatus.Annulled)),
    ];

    /// <summary>Not by who proposed.</summary>
    public static ListingTask Decide => new(
        "decision", "decideListing.title", Permission.DecideListings, listing => listing.Status is ListingStatus.Proposed or ListingStatus.NoticeServed);
}
