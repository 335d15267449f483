using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Listings;

internal static class GetListingHistoryEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listings) => listings.MapGet("/{id:guid}/history", Handle)
        .Summary("What happened to a listing", "Every fact of its stream in order: what, when recorded, by whom.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000016")
        .Answers<IReadOnlyList<CaseHistoryEntry>>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(Guid id, Caller caller, EventStore log, EventTypes types)
    {
        var stream = await log.Load(id);
        return stream.Fold(Listing.Initial, Listing.Evolve) is { Status: not ListingStatus.None } listing && caller.Covers(listing.Region)
            ? Answer.Ok(CaseHistoryEntry.Of(stream, types)) with { Version = stream.Version }
            : Problems.NotFound();
    }
}
