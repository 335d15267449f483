using Blacklist.Api.Security;

namespace Blacklist.Api.Listings.InForce;

/// <summary>What can happen to a listing after it was decided.</summary>
internal static class InForceApi
{
    public static void MapInForce(this IEndpointRouteBuilder listings)
    {
        var decided = listings.MapGroup("").WithTags("Listings");
        SuspendListingEndpoint.Map(decided).Requires(Permission.ChangeListings);
        ResumeListingEndpoint.Map(decided).Requires(Permission.ChangeListings);
        VaryListingEndpoint.Map(decided).Requires(Permission.ChangeListings);
        WaiveListingEndpoint.Map(decided).Requires(Permission.ChangeListings);
        WithdrawWaiverEndpoint.Map(decided).Requires(Permission.ChangeListings);
        RepairListingEndpoint.Map(decided).Requires(Permission.ChangeListings);
        AnnulListingEndpoint.Map(decided).Requires(Permission.AnnulListings);
    }
}
