using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Rules.Drafts;

internal static class AdoptRuleEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder drafts) => drafts.MapPost("/{id:guid}/adoption", Handle)
        .Summary("Adopt a draft", "A second person takes exactly the drafted row into the catalogue. From the answer on, checks use it. No body.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000051")
        .Answers<RuleDraftChange>(StatusCodes.Status200OK)
        .Refuses(AdoptRule.Refusals);

    public static Task<IResult> Handle(Guid id, [AsParameters] Write write, RuleDesk desk)
    {
        var command = new AdoptRule(id, write.By);
        return desk.Change(
            write, ReadOnlyMemory<byte>.Empty, new FieldErrors(),
            catalogue => RuleDesk.ReachOf(catalogue, id), catalogue => AdoptRule.Decide(catalogue, command), RuleDraftChange.Of(id));
    }
}
