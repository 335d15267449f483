using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Listings;

internal static class ListListingsEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listings) => listings.MapGet("/", Handle)
        .Summary("Listings of the caller's regions", "By number, a page at a time; narrowed by region, status or organization.")
        .Answers<Page<ListingRow>>(StatusCodes.Status200OK)
        .Rejects(RegionCode.Format);

    public static async Task<IResult> Handle(
        Caller caller, PageRequest<string> page, ListingRows listings, CancellationToken cancellation,
        string? region = null, Word<ListingStatus>? status = null, Guid? bannedOrganizationId = null)
    {
        var fields = new FieldErrors();
        var within = fields.ReadOptional("region", region, RegionCode.Parse);
        if (fields.Any)
        {
            return Problems.Unprocessable(fields);
        }

        var rows = await listings.List(
            caller.Regions, within, status?.Value, bannedOrganizationId, page.After?.Key ?? "", page.Limit + 1, cancellation);
        return Answer.Ok(page.Of(rows, row => row.Number));
    }
}
