using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Rules;

internal static class RestorePolicyDocumentsEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder rules) => rules.MapPost("/policy-documents/restoration", Handle)
        .Summary("Restore policy documents", "Ends the review: each rule of level `policyDocument` has the effect again that its row says.")
        .Example("""{ "documentNumber": "民法函〔2026〕9号", "reason": "合法性审查通过" }""")
        .Answers<RuleCatalogueChange>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(RestorePolicyDocuments.Refusals);

    public static Task<IResult> Handle(Body<PolicyDocumentsRequest> body, [AsParameters] Write write, RuleDesk desk)
    {
        var fields = new FieldErrors();
        var command = new RestorePolicyDocuments(
            fields.Text("documentNumber", body.Value.DocumentNumber, 100), fields.Text("reason", body.Value.Reason, 4000), write.By);
        return desk.Change(
            write, body.Bytes, fields, _ => [RegionCode.Nation], catalogue => RestorePolicyDocuments.Decide(catalogue, command), RuleCatalogueChange.Of);
    }
}
