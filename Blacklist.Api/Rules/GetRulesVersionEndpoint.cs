using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Rules;

internal static class GetRulesVersionEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder rules) => rules.MapGet("/versions/{number:int}", Handle)
        .Summary("The rule catalogue of a version", "What the rules said when answers with this `ruleSetVersion` were given.")
        .PathExample("number", "1")
        .Answers<RuleCatalogueAnswer>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(int number, EventStore log)
    {
        var stream = await log.Load(RuleCatalogue.StreamId);
        var catalogue = RuleCatalogue.Initial;
        foreach (var envelope in stream.Events.TakeWhile(_ => catalogue.Version < number))
        {
            catalogue = RuleCatalogue.Evolve(catalogue, envelope.Data);
        }

        return catalogue.Version == number ? Answer.Ok(RuleCatalogueAnswer.Of(catalogue)) : Problems.NotFound();
    }
}
