using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;

namespace Blacklist.Api.BannedOrganizations;

internal static class GetBannedOrganizationEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder organizations) => organizations.MapGet("/{id:guid}", Handle)
        .Summary("An organization", "With the decisions on it and the references of the persons they name.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000001")
        .Answers<BannedOrganizationDetails>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(Guid id, Caller caller, BannedOrganizationRows organizations, CancellationToken cancellation) =>
        await organizations.Find(id, cancellation) is { } found && caller.Covers(found.Organization.Region)
            ? Answer.Ok(found) with { Version = found.Organization.Version }
            : Problems.NotFound();
}
