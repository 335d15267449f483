using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Rules;

namespace Blacklist.Domain.Listings;

/// <summary>Proposes to list a responsible person whom a ban or revocation names. A dropped proposal may be made again; an annulled listing may not.</summary>
/// <param name="Number">Listing number, region–year–sequence.</param>
/// <param name="Facts">What the proposal rests on beyond the decision; no names or numbers of persons.</param>
/// <param name="Grounds">Why that makes the person responsible.</param>
/// <param name="IntendedRules">Rules of the catalogue under which the person is to be restricted.</param>
public sealed record ProposeListing(
    string Number,
    Guid ResponsiblePersonId,
    string? Facts,
    string? Grounds,
    IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<string> IntendedRules,
    ClerkId By)
{
    public static readonly Refusal PersonUnknown = new(
        "responsible_person_unknown", "No decision on the organization names this responsible person.");

    public static readonly Refusal DecisionAnnulled = new(
        "disposition_void", "The decision that names the person was annulled.");

    public static readonly Refusal Closed = new(
        "listing_closed", "The listing is over; the same decision cannot open it again.");

    public static readonly Refusal RuleUnknown = new(
        "intended_rule_unknown", "A restriction is intended under a rule that is not in the catalogue.");

    public static readonly Refusal RuleDoesNotApply = new(
        "intended_rule_does_not_apply", "A restriction is intended under a rule that does not cover such a decision or such a part.");

    public static readonly Refusal Erased = new("person_erased", "Who the person is was erased: nothing new is recorded about the person.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [PersonUnknown, DecisionAnnulled, Closed, Erased, RuleUnknown, RuleDoesNotApply];

    /// <summary>Nobody knows any more who it is, since an earlier proposal was dropped.</summary>
    public bool PersonIsErased { get; init; }

    /// <summary>The listing that a naming can open: one decision names one person once, so the two share an id.</summary>
    public static ListingId ListingOf(Guid responsiblePersonId) => new(responsiblePersonId);

    public static Outcome Decide(Listing listing, BannedOrganization organization, RuleCatalogue rules, ProposeListing command)
    {
        if (!organization.ResponsiblePersons.TryGetValue(command.ResponsiblePersonId, out var person))
        {
            return Outcome.Refuse(PersonUnknown);
        }

        var disposition = organization.Dispositions[person.DispositionId];
        return listing.Status switch
        {
            ListingStatus.Annulled or ListingStatus.Repaired or ListingStatus.Lapsed => Outcome.Refuse(Closed),
            ListingStatus.None or ListingStatus.Dropped => command.Check(organization, disposition, person, rules) is { } refusal
                ? Outcome.Refuse(refusal)
                : Outcome.Record(command.Fact(organization, disposition, person)),
            _ => Outcome.Nothing,
        };
    }

    private Refusal? Check(BannedOrganization organization, Disposition disposition, ResponsiblePerson person, RuleCatalogue rules) =>
        disposition.IsAnnulled ? DecisionAnnulled
        : PersonIsErased ? Erased
        : IntendedRules.Any(id => rules.Find(id) is null) ? RuleUnknown
        : IntendedRules.Any(id => !rules.Find(id)!.AppliesTo.Includes(disposition.Kind, person.Part, organization.RegisteredAs)) ? RuleDoesNotApply
        : null;

    private ListingProposed Fact(BannedOrganization organization, Disposition disposition, ResponsiblePerson person) => new(
        ListingOf(ResponsiblePersonId), Number, organization.Id, person.PersonId, person.Part, person.IdentifiedBy, person.DispositionId,
        disposition.Kind, disposition.DecidedOn, disposition.DocumentNumber, organization.RegisteredAs, organization.Region,
        Facts, Grounds, Evidence, IntendedRules, By);
}
