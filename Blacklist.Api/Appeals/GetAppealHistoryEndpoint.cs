using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Domain.Appeals;

namespace Blacklist.Api.Appeals;

internal static class GetAppealHistoryEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder appeals) => appeals.MapGet("/{id:guid}/history", Handle)
        .Summary("What happened to an appeal", "Every fact of its stream in order: what, when recorded, by whom. The person's own words are not in it.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000091")
        .Answers<IReadOnlyList<CaseHistoryEntry>>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(Guid id, Caller caller, EventStore log, EventTypes types)
    {
        var stream = await log.Load(id);
        return stream.Fold(Appeal.Initial, Appeal.Evolve) is { Status: not AppealStatus.None } appeal && caller.Covers(appeal.Region)
            ? Answer.Ok(CaseHistoryEntry.Of(stream, types)) with { Version = stream.Version }
            : Problems.NotFound();
    }
}
