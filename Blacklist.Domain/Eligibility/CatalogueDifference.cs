using Blacklist.Domain.Determinations;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Names;
using Blacklist.Domain.OrganizationNames;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;
using Blacklist.Domain.Rules;

namespace Blacklist.Domain.Eligibility;

/// <summary>
/// What a change of the rules does to one listing on a date. It asks the check itself, as the listed person whose identity is settled, for every
/// position that the rule names, so that it can say nothing else than answers will.
/// </summary>
public sealed class CatalogueDifference(RuleCatalogue before, RuleCatalogue after, DateOnly day)
{
    private static readonly PersonIdentity Somebody = new(PersonName.Parse("某某").Value!, [], BirthDate: null, Sex: null);
    private static readonly StandingFinding SameTwice = new(DeterminationStatus.FoundSameTwice, DocumentMatched: false);
    private static readonly RegionCatalogue NoRegions = new([], []);

    private readonly List<(string RuleId, Side? Before, Side? After)> _rules =
    [
        .. from id in before.Rules.Concat(after.Rules).Select(rule => rule.Id).Distinct()
           let sides = (Old: before.Find(id), New: after.Find(id))
           where sides.Old != sides.New || sides.Old?.IsUnderReview != sides.New?.IsUnderReview
           select (id, Side.Of(before, sides.Old), Side.Of(after, sides.New)),
    ];

    /// <summary>Most listings differ only in who and where, which no rule asks once the person is certain: those are worked out once.</summary>
    private readonly Dictionary<ListingFacts, List<RuleChange>> _known = [];

    /// <summary>What becomes of the listing, rule by rule; nothing where nothing changes. One caller at a time.</summary>
    public IEnumerable<ListingChange> Of(ListingFacts listing)
    {
        var alike = WithoutWhoAndWhere(listing);
        if (!_known.TryGetValue(alike, out var changes))
        {
            _known.Add(alike, changes = [.. Compare(alike)]);
        }

        return changes.Select(change => new ListingChange(listing, change.RuleId, change.Kind, change.Before, change.After));
    }

    private static ListingFacts WithoutWhoAndWhere(ListingFacts listing) => listing with
    {
        Id = default,
        Number = "",
        PersonId = default,
        DispositionId = Guid.Empty,
        DispositionDocument = listing.DispositionDocument.Length > 0 ? "-" : "",
        Region = RegionCode.Nation,
    };

    private IEnumerable<RuleChange> Compare(ListingFacts listing) =>
        from rule in _rules
        let was = rule.Before?.Bearing(listing, day)
        let willBe = rule.After?.Bearing(listing, day)
        let kind = KindOf(was, willBe)
        where kind is not null
        select new RuleChange(rule.RuleId, kind.Value, was, willBe);

    private static ListingChangeKind? KindOf(Bearing? was, Bearing? willBe) => (was, willBe) switch
    {
        (null, null) => null,
        (not { Effect: Verdict.Restricted }, { Effect: Verdict.Restricted }) => ListingChangeKind.NewlyBarred,
        ({ Effect: Verdict.Restricted }, not { Effect: Verdict.Restricted }) => ListingChangeKind.NoLongerBarred,
        (null, _) => ListingChangeKind.NewlyForReview,
        (_, null) => ListingChangeKind.NoLongerForReview,
        _ when was.Until != willBe.Until => ListingChangeKind.EndsOtherwise,
        _ when was.Bars != willBe.Bars => ListingChangeKind.ReachesOtherwise,
        _ when was.Reason != willBe.Reason || !was.Missing.SequenceEqual(willBe.Missing) => ListingChangeKind.ReasonChanges,
        _ => null,
    };

    private sealed record RuleChange(string RuleId, ListingChangeKind Kind, Bearing? Before, Bearing? After);

    /// <summary>One rule as one of the catalogues has it, with the question that meets it.</summary>
    private sealed record Side(Rule Rule, RuleCatalogue Catalogue, EligibilityQuestion Question)
    {
        public static Side? Of(RuleCatalogue catalogue, Rule? rule)
        {
            if (rule is null)
            {
                return null;
            }

            var kind = rule.Bars.OrganizationKinds is [var first, ..] ? first : OrganizationKind.SocialAssociation;
            var organization = new Organization(OrganizationName.Parse("某某").Value!, kind, Charitable: true, rule.Bars.Region);
            var positions = rule.Bars.Positions is { Count: > 0 } named ? named : Enum.GetValues<Position>();
            return new Side(rule, catalogue.Only(rule), new EligibilityQuestion(
                "", CheckPurpose.PeriodicReview, organization, [.. positions.Select(position => new Applicant(Somebody, position))]));
        }

        public Bearing? Bearing(ListingFacts listing, DateOnly day)
        {
            Candidate[] candidates = [new(new ListedPerson(Somebody, listing), SameTwice)];
            return EligibilityCheck.Answer(Question, _ => candidates, [], Catalogue, NoRegions, day).Applicants
                .SelectMany(applicant => applicant.Reasons).Where(reason => reason.Effect != Verdict.Eligible).MaxBy(reason => reason.Effect) is { } reason
                ? new Bearing(reason.Effect, reason.Code, reason.Until, reason.Missing, Rule.Bars)
                : null;
        }
    }
}

/// <summary>What a change of the rules does to a listing under one of them.</summary>
/// <param name="Before">Null when the rule did not bear on the listing.</param>
/// <param name="After">Null when it no longer will.</param>
public sealed record ListingChange(ListingFacts Listing, string RuleId, ListingChangeKind Kind, Bearing? Before, Bearing? After);

/// <summary>What a listing comes to under a rule, once it is certain who the applicant is.</summary>
/// <param name="Until">Last day; null when indefinite.</param>
/// <param name="Bars">From what the rule bars.</param>
public sealed record Bearing(Verdict Effect, ReasonCode Reason, DateOnly? Until, IReadOnlyList<Element> Missing, Bar Bars);

/// <summary>How a listing's effect changes; the weightiest that applies.</summary>
public enum ListingChangeKind
{
    /// <summary>The person will be refused and was not.</summary>
    NewlyBarred,

    /// <summary>The person was refused and will not be.</summary>
    NoLongerBarred,

    /// <summary>Nothing before, a human look after.</summary>
    NewlyForReview,

    /// <summary>A human look before, nothing after.</summary>
    NoLongerForReview,

    /// <summary>The last day moves.</summary>
    EndsOtherwise,

    /// <summary>Other positions, organizations or regions are barred.</summary>
    ReachesOtherwise,

    /// <summary>The effect stays, the reason for it changes.</summary>
    ReasonChanges,
}
