using Blacklist.Api.Audit;
using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
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
        return Answer.Ok(RuleCatalogueAnswer.Of(stream.Fold(RuleCatalogue.Initial, RuleCatalogue.Evolve))) with { Version = stream.Version };
    }
}

/// <param name="Version">The `ruleSetVersion` of answers given under it.</param>
/// <param name="PolicyDocumentsUnderReview">Rules of level `policyDocument` give `review` where they would give `restricted`.</param>
[Disclosed(DisclosureTier.Nothing)]
internal sealed record RuleCatalogueAnswer(int Version, bool PolicyDocumentsUnderReview, IReadOnlyList<Rule> Rules)
{
    public static RuleCatalogueAnswer Of(RuleCatalogue catalogue) => new(catalogue.Version, catalogue.PolicyDocumentsUnderReview, catalogue.Rules);
}
