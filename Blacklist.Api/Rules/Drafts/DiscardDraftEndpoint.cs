using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Rules.Drafts;

internal sealed record DiscardDraftRequest(string Reason);

internal static class DiscardDraftEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder drafts) => drafts.MapPost("/{id:guid}/discard", Handle)
        .Summary("Discard a draft", "Gives a draft up, with the reason; the catalogue stays as it is.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000052")
        .Example("""{ "reason": "文件尚未印发" }""")
        .Answers<RuleDraftChange>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(DiscardDraft.Refusals);

    public static Task<IResult> Handle(Guid id, Body<DiscardDraftRequest> body, [AsParameters] Write write, RuleDesk desk)
    {
        var fields = new FieldErrors();
        var command = new DiscardDraft(id, fields.Text("reason", body.Value.Reason, 4000), write.By);
        return desk.Change(
            write, body.Bytes, fields, catalogue => RuleDesk.ReachOf(catalogue, id), catalogue => DiscardDraft.Decide(catalogue, command), RuleDraftChange.Of(id));
    }
}
