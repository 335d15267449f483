using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Rules;

internal static class GetRulesHistoryEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder rules) => rules.MapGet("/history", Handle)
        .Summary("What happened to the rules", "Every draft, adoption and retirement in order: what, when recorded, by whom.")
        .Answers<IReadOnlyList<HistoryEntry>>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(EventStore log, EventTypes types)
    {
        var stream = await log.Load(RuleCatalogue.StreamId);
        return Answer.Ok(HistoryEntry.Of(stream, types)) with { Version = stream.Version };
    }
}
