using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;

namespace Blacklist.Api.Listings;

internal static class GetListingEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listings) => listings.MapGet("/{id:guid}", Handle)
        .Summary("A listing", "As it stands now. Who the person is stays in the vault.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000016")
        .Answers<ListingRow>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(Guid id, Caller caller, ListingRows listings, CancellationToken cancellation) =>
        await listings.Find(id, cancellation) is { } row && caller.Covers(row.Region)
            ? Answer.Ok(row) with { Version = row.Version }
            : Problems.NotFound();
}
