using Blacklist.Api.Audit;
using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Eligibility.DryRuns;

/// <param name="EffectiveOn">Day for which the two catalogues are compared; today unless given.</param>
internal sealed record DryRunDraftRequest(DateOnly? EffectiveOn = null);

/// <summary>Under Eligibility, because only the index knows every listing as a verdict sees it.</summary>
internal static class DryRunDraftEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder api) => api.MapPost("/api/v1/rules/drafts/{id:guid}/dry-run", Handle)
        .Summary(
            "Try a draft on the listings",
            "Who would change, and how, if the draft were adopted now: each listing of the caller's regions under the rule before and after, for somebody who is certainly the listed person. Nothing is recorded and nothing changes.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000053")
        .Example("""{ "effectiveOn": "2026-12-01" }""")
        .Answers<DryRunAnswer>(StatusCodes.Status200OK)
        .Refuses(AdoptRule.NotOpen);

    public static async Task<IResult> Handle(
        Guid id, Body<DryRunDraftRequest> body, PageRequest<string> page, Caller caller, EligibilityIndex index, IndexFollower follower, TimeProvider time)
    {
        await follower.CatchUp();
        var standing = index.Rules;
        if (standing.FindDraft(id) is not { Status: RuleDraftStatus.Open } draft)
        {
            return Problems.Refused(AdoptRule.NotOpen);
        }

        var day = body.Value.EffectiveOn ?? LegalDate.At(time.GetUtcNow());
        var difference = new CatalogueDifference(standing, standing.IfAdopted(draft), day);
        var (listings, changes) = Compare(index.Listings.Where(listing => caller.Covers(listing.Region)), difference);
        IReadOnlyList<DryRunRow> rows =
        [
            .. changes.Where(change => string.CompareOrdinal(change.Listing.Number, page.After?.Key ?? "") > 0)
                .OrderBy(change => change.Listing.Number, StringComparer.Ordinal)
                .Take(page.Limit + 1)
                .Select(DryRunRow.Of),
        ];
        var counts = changes.CountBy(change => change.Kind).OrderBy(count => count.Key).Select(count => new DryRunCount(count.Key, count.Value));
        return Answer.Ok(new DryRunAnswer(draft.Rule.Id, day, standing.Version, listings, [.. counts], page.Of(rows, row => row.ListingNumber)));
    }

    private static (int Listings, List<ListingChange> Changes) Compare(IEnumerable<ListingFacts> listings, CatalogueDifference difference)
    {
        var compared = 0;
        var changes = new List<ListingChange>();
        foreach (var listing in listings.Where(listing => listing.IsOpen))
        {
            compared++;
            changes.AddRange(difference.Of(listing));
        }

        return (compared, changes);
    }
}

/// <summary>What the draft would do.</summary>
/// <param name="RuleSetVersion">The version of the catalogue it was compared with.</param>
/// <param name="Listings">How many open listings were looked at; those in no row stay as they are.</param>
[Disclosed(DisclosureTier.Grounds)]
internal sealed record DryRunAnswer(
    string RuleId, DateOnly EffectiveOn, int RuleSetVersion, int Listings, IReadOnlyList<DryRunCount> Counts, Page<DryRunRow> Changes);

internal sealed record DryRunCount(ListingChangeKind Change, int Listings);

/// <param name="Before">Null when the rule does not bear on the listing today.</param>
/// <param name="After">Null when it no longer would.</param>
internal sealed record DryRunRow(string ListingNumber, RegionCode Region, ListingChangeKind Change, DryRunSide? Before, DryRunSide? After)
{
    public static DryRunRow Of(ListingChange change) => new(
        change.Listing.Number, change.Listing.Region, change.Kind, DryRunSide.Of(change.Before), DryRunSide.Of(change.After));
}

/// <param name="Until">Last day; null when indefinite.</param>
internal sealed record DryRunSide(Verdict Effect, string Reason, DateOnly? Until, IReadOnlyList<Element> Missing)
{
    public static DryRunSide? Of(Bearing? bearing) =>
        bearing is null ? null : new DryRunSide(bearing.Effect, AnswerJson.CodeOf(bearing.Reason), bearing.Until, bearing.Missing);
}
