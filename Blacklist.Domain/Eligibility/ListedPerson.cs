using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;
using Blacklist.Domain.Rules;

namespace Blacklist.Domain.Eligibility;

/// <summary>A listing as the verdict sees it: who, by which decision, how far the procedure went.</summary>
public sealed record ListedPerson(PersonIdentity Identity, ListingFacts Listing);

/// <summary>What the log knows of a listing that bears on a verdict.</summary>
/// <param name="DispositionAnnulled">The decision it rests on was annulled.</param>
/// <param name="Disputed">An admitted objection is open; the effect stays, the mark travels.</param>
public sealed record ListingFacts(
    ListingId Id,
    string Number,
    PersonId PersonId,
    Guid DispositionId,
    DispositionKind Disposition,
    DateOnly DispositionDate,
    string DispositionDocument,
    Part Part,
    OrganizationKind? RegisteredAs,
    RegionCode Region,
    ListingStatus Status,
    bool DispositionAnnulled,
    bool Disputed)
{
    public static ListingFacts From(ListingProposed e, bool dispositionAnnulled) => new(
        e.ListingId, e.Number, e.PersonId, e.DispositionId, e.Disposition, e.DispositionDate, e.DispositionDocument,
        e.Part, e.RegisteredAs, e.Region, ListingStatus.Proposed, dispositionAnnulled, Disputed: false);

    /// <summary>Whether it can bear on a verdict at all.</summary>
    public bool IsOpen => Status is ListingStatus.Proposed or ListingStatus.NoticeServed or ListingStatus.InForce;

    /// <summary>Which of the elements a rule demands are not there.</summary>
    public IEnumerable<Element> Missing(IEnumerable<Element> demanded) => demanded.Where(element => !Has(element));

    /// <summary>A listing in force was announced and decided by a second person: the listing's own commands see to that.</summary>
    private bool Has(Element element) => element switch
    {
        Element.DecisionDocument => !DispositionAnnulled && DispositionDocument.Length > 0,
        Element.NoticeServed => Status is ListingStatus.NoticeServed or ListingStatus.InForce,
        Element.DecidedBySecondPerson => Status is ListingStatus.InForce,
        _ => true,
    };
}
