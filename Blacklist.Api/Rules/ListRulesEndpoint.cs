using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Rules;

internal static class ListRulesEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder rules) => rules.MapGet("/", Handle)
        .Summary("The rule catalogue", "Every rule with its basis, level, term and source. A rule without `confirmed` never restricts.")
        .Answers<RuleCatalogueAnswer>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(EventStore log)
    {
        var stream = await log.Load(RuleCatalogue.StreamId);
        var catalogue = stream.Fold(RuleCatalogue.Initial, RuleCatalogue.Evolve);
        return Results.Json(new RuleCatalogueAnswer(catalogue.Version, catalogue.Rules), EventJson.Options);
    }
}

/// <param name="Version">The `ruleSetVersion` of answers given under it.</param>
internal sealed record RuleCatalogueAnswer(int Version, IReadOnlyList<Rule> Rules);
