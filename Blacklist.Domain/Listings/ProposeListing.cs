using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Listings;

/// <summary>Proposes to list a responsible person whom a ban or revocation names. A dropped proposal may be made again; an annulled listing may not.</summary>
/// <param name="Number">Listing number, region–year–sequence.</param>
/// <param name="Facts">What the proposal rests on beyond the decision; no names or numbers of persons.</param>
public sealed record ProposeListing(string Number, Guid ResponsiblePersonId, string? Facts, ClerkId By)
{
    public static readonly Refusal PersonUnknown = new(
        "responsible_person_unknown", "No decision on the organization names this responsible person.");

    public static readonly Refusal DecisionAnnulled = new(
        "disposition_void", "The decision that names the person was annulled.");

    public static readonly Refusal Closed = new(
        "listing_closed", "The listing was annulled; the same decision cannot open it again.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [PersonUnknown, DecisionAnnulled, Closed];

    /// <summary>The listing that a naming can open: one decision names one person once, so the two share an id.</summary>
    public static ListingId ListingOf(Guid responsiblePersonId) => new(responsiblePersonId);

    public static Outcome Decide(Listing listing, BannedOrganization organization, ProposeListing command)
    {
        if (!organization.ResponsiblePersons.TryGetValue(command.ResponsiblePersonId, out var person))
        {
            return Outcome.Refuse(PersonUnknown);
        }

        var disposition = organization.Dispositions[person.DispositionId];
        return listing.Status switch
        {
            ListingStatus.Annulled => Outcome.Refuse(Closed),
            ListingStatus.None or ListingStatus.Dropped when disposition.IsAnnulled => Outcome.Refuse(DecisionAnnulled),
            ListingStatus.None or ListingStatus.Dropped => Outcome.Record(new ListingProposed(
                ListingOf(command.ResponsiblePersonId), command.Number, organization.Id, person.PersonId, person.Part,
                person.IdentifiedBy, person.DispositionId, disposition.Kind, disposition.DecidedOn, disposition.DocumentNumber,
                organization.RegisteredAs, organization.Region, command.Facts, command.By)),
            _ => Outcome.Nothing,
        };
    }
}
