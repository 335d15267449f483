using Blacklist.Api.Jobs;
using Blacklist.Api.Listings.InForce;
using Blacklist.Api.Security;

namespace Blacklist.Api.Listings;

/// <summary>列入记录: one responsible person's entry, from the proposal to its end.</summary>
internal static class ListingsApi
{
    public static IServiceCollection AddListings(this IServiceCollection services) => services
        .AddSingleton<ListingDesk>()
        .AddSingleton<ListingNumbers>()
        .AddSingleton<ListingRows>()
        .AddSingleton<InForceRows>()
        .AddSingleton<Job, LapseJob>();

    public static void MapListings(this IEndpointRouteBuilder api)
    {
        var listings = api.MapGroup("/api/v1/listings");
        ProposeListingEndpoint.Map(listings).Requires(Permission.ProposeListings, Reach.ThingOfRegion);
        ServeNoticeEndpoint.Map(listings).Requires(Permission.ServeNotices, Reach.ThingOfRegion);
        RecordServiceAttemptEndpoint.Map(listings).Requires(Permission.ServeNotices, Reach.ThingOfRegion);
        RecordStatementEndpoint.Map(listings).Requires(Permission.RecordStatements, Reach.ThingOfRegion);
        DecideListingEndpoint.Map(listings).Requires(Permission.DecideListings, Reach.ThingOfRegion).RequiresRecentSecondFactor();
        listings.MapInForce();
        ListListingsEndpoint.Map(listings).Requires(Permission.ReadListings, Reach.ListOfRegions);
        GetListingEndpoint.Map(listings).Requires(Permission.ReadListings, Reach.ThingOfRegion);
        GetListingHistoryEndpoint.Map(listings).Requires(Permission.ReadListings, Reach.ThingOfRegion);
    }
}
