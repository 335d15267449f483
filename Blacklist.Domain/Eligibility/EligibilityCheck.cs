using Blacklist.Domain.Matching;
using Blacklist.Domain.Names;
using Blacklist.Domain.OrganizationNames;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;
using Blacklist.Domain.Rules;

namespace Blacklist.Domain.Eligibility;

/// <summary>The verdict: a function of the question, the listings that may mean the applicants, the rules and the date, and of nothing else.</summary>
public static class EligibilityCheck
{
    /// <summary>More than a clerk can read is cut off, the strongest first; how many were is said.</summary>
    public const int MostReasons = 20;

    /// <summary>Of namesakes whom a number tells apart, who mean nothing for the applicant, a few say enough: that somebody has looked.</summary>
    public const int MostNamesakes = 3;

    /// <param name="candidates">The listings whose document or name may be the applicant's; more than needed does no harm, fewer does.</param>
    /// <param name="knownNames">Known organizations whose name the applied-for one equals or imitates.</param>
    /// <param name="regions">Every region code there is or was.</param>
    /// <param name="on">Asia/Shanghai date for which the answer holds.</param>
    /// <param name="namesakes">Listings that are not among the candidates and can only be namesakes; without it all of them are candidates.</param>
    public static EligibilityAnswer Answer(
        EligibilityQuestion question, Func<Applicant, IEnumerable<Candidate>> candidates, IReadOnlyList<OrganizationHit> knownNames,
        RuleCatalogue rules, RegionCatalogue regions, DateOnly on, Func<Applicant, Namesakes>? namesakes = null)
    {
        var applicants = new ApplicantAnswer[question.Applicants.Count];
        for (var index = 0; index < applicants.Length; index++)
        {
            var applicant = question.Applicants[index];
            applicants[index] = Judge(
                index, applicant, question.Organization, candidates(applicant), namesakes?.Invoke(applicant) ?? Namesakes.None, rules, regions, on) with
            {
                Warnings = Warnings.Of(applicant.Identity, regions),
            };
        }

        var organization = OrganizationCheck.Judge(question.Organization, knownNames);
        var verdict = applicants.Select(answer => answer.Verdict).Append(organization.Verdict).Max();
        return new EligibilityAnswer(verdict, on, rules.Version, organization, applicants);
    }

    private static ApplicantAnswer Judge(
        int index, Applicant applicant, Organization organization, IEnumerable<Candidate> candidates, Namesakes others, RuleCatalogue rules, RegionCatalogue regions,
        DateOnly on)
    {
        var barring = rules.Rules.Where(rule => rule.Bars.Covers(applicant.Position, organization, regions)).ToList();
        var (matched, near) = Compare(applicant, organization, candidates, regions);
        if (matched.Count + near.Count == 0 && others == Namesakes.None)
        {
            return new ApplicantAnswer(index, Verdict.Eligible, [], Omitted: 0, []); // so it is with nearly everybody
        }

        List<Reason> reasons = matched.Count == 0 ? [] : MatchRanking.Best(matched.OrderBy(found => found.Listing.Number, StringComparer.Ordinal), found => found.Match, int.MaxValue).Shown
            .SelectMany(found => Running(barring, found.Listing, applicant.Position, on).Select(rule => ReasonUnder(rule, found, applicant.Position, organization, on)))
            .OrderByDescending(reason => reason.Effect)
            .ToList();
        var (told, namesakeReasons) = OfNamesakes(near, others, barring, applicant.Position, on);
        var shown = reasons.Where((reason, place) => reason.Effect == Verdict.Restricted || place < MostReasons)
            .Concat(namesakeReasons.Take(Math.Min(MostNamesakes, MostReasons - reasons.Count)))
            .ToList();
        return new ApplicantAnswer(
            index, reasons.Count == 0 ? Verdict.Eligible : reasons[0].Effect, shown, reasons.Count + told - shown.Count, []);
    }

    /// <summary>The open listings that mean the applicant or may mean the applicant, and those of namesakes.</summary>
    private static (List<MatchedListing> Matched, List<(NameGrade Grade, ListingFacts Listing)> Near) Compare(
        Applicant applicant, Organization organization, IEnumerable<Candidate> candidates, RegionCatalogue regions)
    {
        List<MatchedListing> matched = [];
        List<(NameGrade Grade, ListingFacts Listing)> near = [];
        foreach (var candidate in candidates.Where(candidate => candidate.Person.Listing.IsOpen))
        {
            var match = PersonMatch.Of(applicant.Identity, candidate.Person.Identity, IsNear(organization.Region, candidate.Person.Listing.Region, regions));
            if (match.Match != Match.None)
            {
                matched.Add(new MatchedListing(candidate, match));
            }
            else if (IsNamesake(match))
            {
                near.Add((match.Name.Grade, candidate.Person.Listing));
            }
        }

        return (matched, near);
    }

    /// <summary>A namesake told apart by a number changes no verdict: there may be thousands, and only what is shown is worked out.</summary>
    private static (int Count, IEnumerable<Reason> Reasons) OfNamesakes(
        List<(NameGrade Grade, ListingFacts Listing)> near, Namesakes others, List<Rule> barring, Position position, DateOnly on)
    {
        var (pairs, first) = others.Reached(barring.ConvertAll(rule => RuleReach.On(on, rule)), MostNamesakes);
        var count = pairs + near.Sum(one => Running(barring, one.Listing, position, on).Count());
        if (count == 0)
        {
            return (0, []);
        }

        var inOrder = near.Concat(first).OrderBy(one => one.Grade).ThenBy(one => one.Listing.Number, StringComparer.Ordinal);
        return (count, inOrder.SelectMany(one => Running(barring, one.Listing, position, on).Select(rule => ReasonOfNamesake(rule, one.Listing, on))));
    }

    /// <summary>Those of the rules that apply to the listing and whose term runs on the date.</summary>
    private static IEnumerable<Rule> Running(IEnumerable<Rule> rules, ListingFacts listing, Position position, DateOnly on) =>
        listing.Changes.Bars(position, on) ? rules.Where(rule => listing.Runs(rule, on)) : [];

    private static Reason ReasonUnder(Rule rule, MatchedListing found, Position position, Organization organization, DateOnly on)
    {
        var (listing, match, finding) = (found.Listing, found.Match, found.Candidate.Finding);
        var missing = listing.Missing(rule.Elements).ToList();
        var code = listing.Changes.IsSuspendedOn(on) ? ReasonCode.ListingSuspended
            : listing.Changes.IsWaivedFor(organization.Name, on) ? ReasonCode.ListingWaived
            : CodeOf(rule, match, finding, position, missing, listing.DispositionDate, on);
        var effect = code switch
        {
            ReasonCode.ListingInForce => Verdict.Restricted,
            ReasonCode.FoundDifferent or ReasonCode.ListingSuspended or ReasonCode.ListingWaived => Verdict.Eligible,
            _ => Verdict.Review,
        };
        return new Reason(code, effect, listing.Number, rule, listing.Until(rule, on), match.MatchedBy, listing.Disputed, missing)
        {
            ByFinding = match.Match == Match.Doubtful && finding?.IsSame == true,
            StatementId = code is ReasonCode.FoundDifferent ? null : listing.Changes.StatementId,
        };
    }

    private static Reason ReasonOfNamesake(Rule rule, ListingFacts listing, DateOnly on) => new(
        ReasonCode.DifferentDocument, Verdict.Eligible, listing.Number, rule, listing.Until(rule, on), MatchedBy: null, listing.Disputed,
        [.. listing.Missing(rule.Elements)]);

    private static ReasonCode CodeOf(
        Rule rule, PersonMatch match, StandingFinding? finding, Position position, List<Element> missing, DateOnly start, DateOnly on) => match switch
        {
            { Match: Match.Doubtful } when finding?.Clears(match) == true => ReasonCode.FoundDifferent,
            { Match: Match.Doubtful } when finding?.IsSame != true => CodeOfDoubt(match),
            _ when missing.Count > 0 => ReasonCode.ElementMissing,
            _ when rule.Confirmed is null => ReasonCode.RuleUnconfirmed,
            _ when !rule.IsValidOn(start) || !rule.IsValidOn(on) => ReasonCode.RuleNotInForce,
            _ when !rule.Bars.Names(position) => ReasonCode.PositionDoubtful,
            _ when rule.Effect == Effect.Review => ReasonCode.RuleAsksForReview,
            _ when rule.IsUnderReview => ReasonCode.PolicyDocumentUnderReview,
            _ => ReasonCode.ListingInForce,
        };

    private static ReasonCode CodeOfDoubt(PersonMatch match) =>
        match.Reasons.Contains(MatchReason.NameOnly) ? ReasonCode.NameOnly
        : match.Reasons.Contains(MatchReason.NameIncompatible) ? ReasonCode.NameIncompatible
        : ReasonCode.ParticularsDiffer;

    /// <summary>The name would match, but a lifelong number says that it is somebody else.</summary>
    private static bool IsNamesake(PersonMatch match) =>
        match.Reasons.Contains(MatchReason.DifferentDocument) && match.Name.Grade.IsCompatible();

    private static bool IsNear(RegionCode one, RegionCode other, RegionCatalogue regions) => regions.Covers(one, other) || regions.Covers(other, one);

    private readonly record struct MatchedListing(Candidate Candidate, PersonMatch Match)
    {
        public ListingFacts Listing => Candidate.Person.Listing;
    }
}
