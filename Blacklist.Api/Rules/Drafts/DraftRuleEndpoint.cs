using Blacklist.Api.Audit;
using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Rules.Drafts;

internal sealed record DraftRuleRequest(RuleRequest Rule, string Reason);

internal static class DraftRuleEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder drafts) => drafts.MapPost("/", Handle)
        .Summary(
            "Draft a rule",
            "A new rule, or another wording of one that stands. It bars nobody until a second person adopts it; try it with a dry-run. A rule is confirmed by drafting the same row with `confirmed`.")
        .Example("""
            { "rule": {
                "id": "example-city-1", "title": "某某市《社会组织信用管理办法》(示例)", "article": "第一条", "level": "policyDocument",
                "appliesTo": { "dispositions": ["banned"], "parts": ["personInCharge"], "organizationKinds": [] },
                "bars": { "positions": ["founder"], "reviewPositions": ["legalRepresentative"], "organizationKinds": [], "charitableOnly": false, "region": "150600" },
                "starts": "dispositionDate", "term": "P3Y", "termNote": "文件规定三年", "effect": "restricted",
                "elements": ["decisionDocument", "noticeServed", "decidedBySecondPerson", "termRunning"],
                "validFrom": "2026-01-01", "validTo": null, "source": "某某市民政局 2025-12-01 印发 (示例)",
                "confirmed": { "by": "某某市民政局法规处", "on": "2026-11-20" } },
              "reason": "新文件自 2026-01-01 起施行" }
            """)
        .Answers<RuleDraftChange>(StatusCodes.Status201Created)
        .Rejects([.. FreeText.Refusals, RuleId.Format, Period.Format, Term.InWorkingDays, RegionCode.Format])
        .Refuses(DraftRule.Refusals);

    public static async Task<IResult> Handle(Body<DraftRuleRequest> body, [AsParameters] Write write, RuleDesk desk)
    {
        var fields = new FieldErrors();
        var reason = fields.Text("reason", body.Value.Reason, 4000);
        if (body.Value.Rule.Read(fields.At("rule")) is not { } rule)
        {
            return Problems.Unprocessable(fields);
        }

        var command = new DraftRule(Guid.CreateVersion7(), rule, reason, write.By, write.Today);
        return await desk.Change(
            write, body.Bytes, fields,
            catalogue => [rule.Bars.Region, .. RuleDesk.ReachOf(catalogue, rule.Id)],
            catalogue => DraftRule.Decide(catalogue, command),
            (catalogue, version) => RuleDraftChange.Drafted(catalogue.OpenDraftOf(rule.Id)!, catalogue, version));
    }
}

/// <summary>A draft after a command.</summary>
/// <param name="RuleSetVersion">The `ruleSetVersion` of answers given from now on.</param>
/// <param name="Version">Version of the catalogue's stream; send it as If-Match to decide on exactly this state.</param>
[Disclosed(DisclosureTier.Nothing)]
internal sealed record RuleDraftChange(Guid Id, RuleDraftStatus Status, int RuleSetVersion, long Version)
{
    public static Answer Drafted(RuleDraft draft, RuleCatalogue catalogue, long version) =>
        Answer.Created($"/api/v1/rules/drafts/{draft.Id}", new RuleDraftChange(draft.Id, draft.Status, catalogue.Version, version));

    public static Func<RuleCatalogue, long, Answer> Of(Guid id) => (catalogue, version) =>
        Answer.Ok(new RuleDraftChange(id, catalogue.FindDraft(id)!.Status, catalogue.Version, version));
}
