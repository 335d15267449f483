using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Rules;

internal sealed record RetireRuleRequest(string Reason);

internal static class RetireRuleEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder rules) => rules.MapPost("/{id}/retirement", Handle)
        .Summary("Retire a rule", "Takes a rule out of the catalogue, with the reason. It bars nobody from the answer on; earlier answers keep the version they used.")
        .PathExample("id", "overseas-ngo-law-29")
        .Example("""{ "reason": "条文待核对，暂不适用" }""")
        .Answers<RuleCatalogueChange>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(RetireRule.Refusals);

    public static Task<IResult> Handle(string id, Body<RetireRuleRequest> body, [AsParameters] Write write, RuleDesk desk)
    {
        var fields = new FieldErrors();
        var command = new RetireRule(id, fields.Text("reason", body.Value.Reason, 4000), write.By);
        return desk.Change(
            write, body.Bytes, fields, catalogue => RuleDesk.ReachOf(catalogue, id), catalogue => RetireRule.Decide(catalogue, command), RuleCatalogueChange.Of);
    }
}
