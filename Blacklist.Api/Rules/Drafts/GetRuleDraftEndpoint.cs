using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Rules.Drafts;

internal static class GetRuleDraftEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder drafts) => drafts.MapGet("/{id:guid}", Handle)
        .Summary("A draft", "Also one that was adopted, discarded or replaced.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000053")
        .Answers<RuleDraftAnswer>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(Guid id, EventStore log)
    {
        var stream = await log.Load(RuleCatalogue.StreamId);
        var catalogue = stream.Fold(RuleCatalogue.Initial, RuleCatalogue.Evolve);
        return catalogue.FindDraft(id) is { } draft ? Answer.Ok(RuleDraftAnswer.Of(draft, catalogue)) with { Version = stream.Version } : Problems.NotFound();
    }
}
