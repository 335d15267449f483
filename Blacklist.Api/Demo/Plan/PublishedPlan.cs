using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;

namespace Blacklist.Api.Demo.Plan;

/// <summary>
/// What public notices say, as commands. Every row is kept; only a plain ban or revocation with a date becomes a decision.
/// No notice names the persons responsible, so they are invented.
/// </summary>
internal sealed class PublishedPlan(AuthorityRegions regions, DemoPersons persons, DemoIds ids)
{
    private static readonly string[] AssociationEndings = ["协会", "学会", "研究会", "促进会"];

    public IEnumerable<DemoOrganization> Make() =>
    [
        .. PublishedOrganizations.ReadIllegal().Select(published => Plan(published, unlawful: true)),
        .. PublishedOrganizations.ReadRevoked().Select(published => Plan(published, unlawful: false)),
    ];

    private DemoOrganization Plan(PublishedOrganization published, bool unlawful)
    {
        // The newest ban says best where the organization belongs; without one, the first notice does.
        var leading = published.Facts.LastOrDefault(fact => fact.Disposition.OpensListings()) ?? published.Facts[0];
        var region = regions.Of(leading.Authority);
        var recording = new RecordBannedOrganization(
            new BannedOrganizationId(ids.Next()),
            published.Name,
            Aliases: [],
            CreditCode: null,
            unlawful ? UnlawfulKindOf(published.Facts[0]) : null,
            unlawful ? null : RegisteredAs(published.Name),
            CampaignCategory: null,
            region ?? RegionCode.Nation,
            Activities(published, region is null),
            string.Join("; ", published.Facts.Select(fact => fact.Source).Distinct(StringComparer.Ordinal)));
        return new DemoOrganization(recording, [.. published.Facts.Where(IsDecision).Select(Decision)]);
    }

    private static bool IsDecision(PublishedFact fact) => fact.Disposition.OpensListings() && fact.PublishedOn.Earliest is not null;

    private DemoDecision Decision(PublishedFact fact)
    {
        var decidedOn = fact.PublishedOn.Earliest!.Value;
        return new(
            ids.Next(),
            fact.Disposition == PublishedDisposition.Revoked ? DispositionKind.Revoked : DispositionKind.Banned,
            $"演示文号〔{decidedOn.Year}〕{fact.Batch}",
            decidedOn,
            fact.Authority,
            $"公布的处置: {fact.DispositionText}" + (fact.PublishedOn.Day is null ? $"; 日期只公布到 {fact.PublishedOn}, 演示按其首日计" : ""),
            persons.NamedBy(decidedOn))
        {
            Announced = ($"演示公告〔{decidedOn.Year}〕{fact.Batch}", decidedOn),
        };
    }

    /// <summary>One line a row, as published: what was said, by whom, when.</summary>
    private static string Activities(PublishedOrganization published, bool placeUnknown)
    {
        var lines = published.Facts.Select(fact =>
            $"{(fact.PublishedOn.Earliest is null ? "日期未公布" : fact.PublishedOn)} {fact.Authority}: {fact.DispositionText} ({fact.Batch})"
            + (fact.Disposition.OpensListings() && fact.PublishedOn.Earliest is null ? "; 无日期, 未录为决定" : ""));
        return string.Join('\n', placeUnknown ? lines.Append("公布的机关名称未注明地区, 按全国录入") : lines);
    }

    /// <summary>The notices do not tell offshore and copycat associations apart; most are registered abroad.</summary>
    private static UnlawfulKind UnlawfulKindOf(PublishedFact first) => first.Disposition switch
    {
        PublishedDisposition.ListedAsOffshore when first.DispositionText.Contains("重名", StringComparison.Ordinal) => UnlawfulKind.Copycat,
        PublishedDisposition.ListedAsOffshore or PublishedDisposition.Deregistered => UnlawfulKind.Offshore,
        _ => UnlawfulKind.Unregistered,
    };

    /// <summary>The notice does not say it; the ending of the name mostly does.</summary>
    private static OrganizationKind RegisteredAs(string name) =>
        AssociationEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal))
            ? OrganizationKind.SocialAssociation
            : OrganizationKind.SocialServiceInstitution;
}
