using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Rules;

/// <param name="DocumentNumber">The paper by which it was ordered.</param>
internal sealed record PolicyDocumentsRequest(string DocumentNumber, string Reason);

internal static class SetPolicyDocumentsToReviewEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder rules) => rules.MapPost("/policy-documents/review", Handle)
        .Summary(
            "Set policy documents to review",
            "规范性文件: in one act every rule of level `policyDocument` gives `review` (`policy_document_under_review`) where it would give `restricted`.")
        .Example("""{ "documentNumber": "民法函〔2026〕8号", "reason": "规范性文件合法性审查期间一律人工核实" }""")
        .Answers<RuleCatalogueChange>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(SetPolicyDocumentsToReview.Refusals);

    public static Task<IResult> Handle(Body<PolicyDocumentsRequest> body, [AsParameters] Write write, RuleDesk desk)
    {
        var fields = new FieldErrors();
        var command = new SetPolicyDocumentsToReview(
            fields.Text("documentNumber", body.Value.DocumentNumber, 100), fields.Text("reason", body.Value.Reason, 4000), write.By);
        return desk.Change(
            write, body.Bytes, fields, _ => [RegionCode.Nation], catalogue => SetPolicyDocumentsToReview.Decide(catalogue, command), RuleCatalogueChange.Of);
    }
}
