using Blacklist.Api.Security;

namespace Blacklist.Api.Listings.InForce;

/// <summary>What can happen to a listing after it was decided.</summary>
internal static class InForceApi
{
    public static void MapInForce(this IEndpointRouteBuilder listings)
    {
        var decided = listings.MapGroup("").WithTags("Listings");
        SuspendListingEndpoint.Map(decided).Requires(Permission.ChangeListings, Reach.ThingOfRegion);
        ResumeListingEndpoint.Map(decided).Requires(Permission.ChangeListings, Reach.ThingOfRegion);
        VaryListingEndpoint.Map(decided).Requires(Permission.ChangeListings, Reach.ThingOfRegion);
        WaiveListingEndpoint.Map(decided).Requires(Permission.ChangeListings, Reach.ThingOfRegion);
        WithdrawWaiverEndpoint.Map(decided).Requires(Permission.ChangeListings, Reach.ThingOfRegion);
        RepairListingEndpoint.Map(decided).Requires(Permission.ChangeListings, Reach.ThingOfRegion);
        AnnulListingEndpoint.Map(decided).Requires(Permission.AnnulListings, Reach.ThingOfRegion);
    }
}
