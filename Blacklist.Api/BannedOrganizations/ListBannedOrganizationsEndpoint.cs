using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.BannedOrganizations;

internal static class ListBannedOrganizationsEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder organizations) => organizations.MapGet("/", Handle)
        .Summary("Organizations of the caller's regions", "In the order they were recorded, a page at a time; `query` finds part of a name or alias.")
        .Answers<Page<BannedOrganizationRow>>(StatusCodes.Status200OK)
        .Rejects(RegionCode.Format);

    public static async Task<IResult> Handle(
        Caller caller, PageRequest<Guid> page, BannedOrganizationRows organizations, CancellationToken cancellation, string? query = null, string? region = null)
    {
        var fields = new FieldErrors();
        var within = fields.ReadOptional("region", region, RegionCode.Parse);
        fields.Length("query", query, 1, 100);
        if (fields.Any)
        {
            return Problems.Unprocessable(fields);
        }

        var rows = await organizations.List(caller.Regions, within, query, page.After?.Key ?? Guid.Empty, page.Limit + 1, cancellation);
        return Answer.Ok(page.Of(rows, row => row.Id));
    }
}
