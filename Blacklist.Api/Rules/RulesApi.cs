using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Rules;

/// <summary>规则: the legal bases, whom each bars from what, for how long.</summary>
internal static class RulesApi
{
    public static IServiceCollection AddRules(this IServiceCollection services) => services.AddSingleton<RulesFile>();

    public static void MapRules(this IEndpointRouteBuilder api) =>
        ListRulesEndpoint.Map(api.MapGroup("/api/v1/rules")).Requires(Permission.ReadRules);
}

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
