using Blacklist.Api.Audit;
using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Rules;

/// <summary>A command on the catalogue. Whoever changes what is barred in a region must work for all of it.</summary>
internal sealed class RuleDesk(CommandDesk desk)
{
    /// <param name="reach">The regions that are concerned, by the catalogue as it stands.</param>
    public Task<IResult> Change(
        Write write, ReadOnlyMemory<byte> body, FieldErrors fields,
        Func<RuleCatalogue, IEnumerable<RegionCode>> reach, Func<RuleCatalogue, Outcome> decide, Func<RuleCatalogue, long, Answer> answer) =>
        desk.Answer(write, body, fields, async attempt =>
        {
            var catalogue = await attempt.Load(RuleCatalogue.Stream, RuleCatalogue.StreamId);
            return reach(catalogue.State).All(write.Caller.Covers)
                ? attempt.Record(catalogue, decide(catalogue.State), answer)
                : Problems.Forbidden();
        });

    /// <summary>Where a rule bars today.</summary>
    public static IEnumerable<RegionCode> ReachOf(RuleCatalogue catalogue, string ruleId) => catalogue.Find(ruleId) is { } rule ? [rule.Bars.Region] : [];

    /// <summary>Where a drafted row would bar, and where the row bars that it replaces.</summary>
    public static IEnumerable<RegionCode> ReachOf(RuleCatalogue catalogue, Guid draftId) =>
        catalogue.FindDraft(draftId) is { Rule: var rule } ? [rule.Bars.Region, .. ReachOf(catalogue, rule.Id)] : [];
}

/// <summary>The catalogue after a command.</summary>
/// <param name="RuleSetVersion">The `ruleSetVersion` of answers given from now on.</param>
/// <param name="Version">Version of the stream; send it as If-Match to decide on exactly this state.</param>
[Disclosed(DisclosureTier.Nothing)]
internal sealed record RuleCatalogueChange(int RuleSetVersion, bool PolicyDocumentsUnderReview, long Version)
{
    public static Answer Of(RuleCatalogue catalogue, long version) =>
        Answer.Ok(new RuleCatalogueChange(catalogue.Version, catalogue.PolicyDocumentsUnderReview, version));
}
