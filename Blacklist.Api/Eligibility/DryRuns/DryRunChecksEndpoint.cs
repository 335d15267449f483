using Blacklist.Api.Audit;
using Blacklist.Api.Eligibility.Effects;
using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.Eligibility.Knowledge;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Eligibility.DryRuns;

/// <summary>Asks recorded checks again, under the catalogue as it stands and as it would be.</summary>
internal static class DryRunChecksEndpoint
{
    private const int ChecksAtOnce = 500;
    private const int MostChecks = 5_000;

    public static RouteHandlerBuilder Map(IEndpointRouteBuilder api) => api.MapPost("/api/v1/rules/drafts/{id:guid}/dry-run/checks", Handle)
        .Summary(
            "Try a draft on recorded checks",
            """
            Who of the applicants that were checked before would get another verdict today if the draft were adopted. Each recorded check of the
            caller's regions is asked again with all that is known now, under the catalogue before and after; nothing is recorded and nothing changes.
            A call looks at some thousands of checks in the order they were asked; go on with `nextCursor` until there is none.
            """)
        .PathExample("id", "0b000000-0000-7000-8000-000000000053")
        .Example("""{ "effectiveOn": "2026-12-01" }""")
        .Answers<DryRunChecksAnswer>(StatusCodes.Status200OK)
        .Refuses(AdoptRule.NotOpen);

    public static async Task<IResult> Handle(
        Guid id, Body<DryRunDraftRequest> body, PageRequest<Guid> page, Caller caller, EligibilityIndex index, IndexFollower follower, EffectsRecord record,
        StoredQuestions questions, RegistryPast past, TimeProvider time)
    {
        await follower.CatchUp();
        var standing = index.Rules;
        if (standing.FindDraft(id) is not { Status: RuleDraftStatus.Open } draft)
        {
            return Problems.Refused(AdoptRule.NotOpen);
        }

        var day = body.Value.EffectiveOn ?? LegalDate.At(time.GetUtcNow());
        var reading = await past.Open(index.Position);
        List<DryRunCheckRow> rows = [];
        var (looked, last, ended) = (0, page.After?.Key ?? Guid.Empty, false);
        while (!ended && looked < MostChecks && rows.Count < page.Limit)
        {
            var checks = await record.StoredAfter(last, ChecksAtOnce);
            var asked = checks.Where(check => caller.Covers(check.Region)).ToList();
            rows.AddRange(await Compare(asked, questions, reading, standing, standing.IfAdopted(draft), day));
            looked += asked.Count;
            ended = checks.Count < ChecksAtOnce;
            last = checks.Count == 0 ? last : checks[^1].Id;
        }

        return Answer.Ok(new DryRunChecksAnswer(
            draft.Rule.Id, day, standing.Version, looked, new Page<DryRunCheckRow>(rows, ended ? null : new Cursor<Guid>(last).ToString())));
    }

    private static async Task<IEnumerable<DryRunCheckRow>> Compare(
        List<AskedCheck> asked, StoredQuestions stored, PastReading reading, RuleCatalogue before, RuleCatalogue after, DateOnly day)
    {
        var checks = asked.Select(check => (check.Id, check.Region, Question: stored.Question(check))).Where(check => check.Question is not null).ToList();
        List<PastQuestion> questions = [.. checks.Select(check => new PastQuestion(check.Question!, reading.Horizon, day))];
        var (standing, drafted) = (await reading.Answer(questions, before), await reading.Answer(questions, after));
        return
            from place in Enumerable.Range(0, checks.Count)
            from applicant in standing[place].Applicants.Zip(drafted[place].Applicants)
            where applicant.First.Verdict != applicant.Second.Verdict
            select new DryRunCheckRow(checks[place].Id, checks[place].Region, applicant.First.Index, applicant.First.Verdict, applicant.Second.Verdict);
    }
}

/// <param name="RuleSetVersion">The version of the catalogue it was compared with.</param>
/// <param name="Checks">How many recorded checks this call looked at.</param>
[Disclosed(DisclosureTier.Grounds)]
internal sealed record DryRunChecksAnswer(string RuleId, DateOnly EffectiveOn, int RuleSetVersion, int Checks, Page<DryRunCheckRow> Changes);

/// <param name="Applicant">Place in the check, from 0.</param>
/// <param name="Before">The verdict today as the rules stand.</param>
/// <param name="After">The verdict if the draft were adopted.</param>
internal sealed record DryRunCheckRow(Guid CheckId, RegionCode Region, int Applicant, Verdict Before, Verdict After);
