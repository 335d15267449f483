using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Domain.BannedOrganizations;

namespace Blacklist.Api.BannedOrganizations;

internal static class GetBannedOrganizationHistoryEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder organizations) => organizations.MapGet("/{id:guid}/history", Handle)
        .Summary("What happened to an organization", "Every fact of its stream in order: what, when recorded, by whom.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000001")
        .Answers<IReadOnlyList<HistoryEntry>>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(Guid id, Caller caller, EventStore log, EventTypes types)
    {
        var stream = await log.Load(id);
        return stream.Fold(BannedOrganization.Initial, BannedOrganization.Evolve) is { IsRecorded: true } organization && caller.Covers(organization.Region)
            ? Answer.Ok(HistoryEntry.Of(stream, types)) with { Version = stream.Version }
            : Problems.NotFound();
    }
}
