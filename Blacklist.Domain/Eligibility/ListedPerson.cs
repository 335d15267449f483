using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Listings.InForce;
using Blacklist.Domain.Names;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;
using Blacklist.Domain.Rules;

namespace Blacklist.Domain.Eligibility;

/// <summary>A listing as the verdict sees it: who, by which decision, how far the procedure went.</summary>
public sealed record ListedPerson(PersonIdentity Identity, ListingFacts Listing)
{
    /// <summary>
    /// As compared with an applicant who shows documents that two clerks found to be the listed person's: under a name unlike those on file they count as
    /// on file, so that a human looks. A number on file that tells the two apart outweighs what was found.
    /// </summary>
    /// <param name="found">Those of the applicant's documents, under whichever name they were looked at.</param>
    /// <returns>Itself when that changes nothing.</returns>
    public ListedPerson Showing(PersonIdentity applicant, IEnumerable<IdentityDocument> found)
    {
        var further = found.Where(document => !Identity.Documents.Any(held => held == document || held.TellsApartFrom(document))).ToList();
        return further.Count == 0 || NameComparison.Compare(applicant, Identity).Grade.IsCompatible()
            ? this
            : this with { Identity = Identity with { Documents = [.. Identity.Documents, .. further] } };
    }
}

/// <summary>What the log knows of a listing that bears on a verdict.</summary>
/// <param name="DispositionAnnulled">The decision it rests on was annulled.</param>
/// <param name="Changes">What happened to it since it was decided.</param>
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
    ListingChanges Changes)
{
    private static readonly Element[] AlwaysDemanded = [Element.DecisionDocument, Element.NoticeServed, Element.DecidedBySecondPerson];

    /// <summary>An admitted appeal is open; the effect stays, the mark travels.</summary>
    public bool Disputed => Changes.IsDisputed;

    /// <summary>Whether it can bear on a verdict at all. One that was repaired or has lapsed still can, for an earlier day.</summary>
    public bool IsOpen => CanBear(Status);

    private bool WasEntered => IsEntered(Status);

    public static ListingFacts From(ListingProposed e, bool dispositionAnnulled) => new(
        e.ListingId, e.Number, e.PersonId, e.DispositionId, e.Disposition, e.DispositionDate, e.DispositionDocument,
        e.Part, e.RegisteredAs, e.Region, ListingStatus.Proposed, dispositionAnnulled, ListingChanges.None);

    /// <summary>Whether a listing that stands so can bear on a verdict.</summary>
    public static bool CanBear(ListingStatus status) => status is ListingStatus.Proposed or ListingStatus.NoticeServed || IsEntered(status);

    /// <summary>What it is after a further fact of its stream, or of the decision it rests on; other facts leave it as it is.</summary>
    public static ListingFacts Evolve(ListingFacts state, IEvent fact) => fact switch
    {
        ListingProposed e => From(e, state.DispositionAnnulled),
        NoticeServed => state with { Status = ListingStatus.NoticeServed },
        ListingEntered => state with { Status = ListingStatus.InForce },
        ListingDropped => state with { Status = ListingStatus.Dropped },
        ListingAnnulled => state with { Status = ListingStatus.Annulled },
        ListingLapsed => state with { Status = ListingStatus.Lapsed },
        ListingRepaired => state with { Status = ListingStatus.Repaired, Changes = ListingChanges.Evolve(state.Changes, fact) },
        DispositionAnnulled e when e.DispositionId == state.DispositionId => state with { DispositionAnnulled = true },
        _ => ListingChanges.Evolve(state.Changes, fact) is var changes && ReferenceEquals(changes, state.Changes) ? state : state with { Changes = changes },
    };

    /// <summary>The last day of the restriction under a rule, as it stands on a day; null when it is indefinite.</summary>
    public DateOnly? Until(Rule rule, DateOnly on) =>
        new[] { rule.Term.EndsOn(DispositionDate), Changes.EndsOn(on) }.Min();

    /// <summary>Whether a rule's restriction by it runs on a day, by the dates alone.</summary>
    public bool Runs(Rule rule, DateOnly on) =>
        rule.AppliesTo.Includes(Disposition, Part, RegisteredAs) && rule.Term.RunsOn(on, DispositionDate)
        && !Changes.IsRepairedOn(on) && (Changes.EndsOn(on) is not { } end || on <= end);

    /// <summary>Which elements are not there: of those the rule demands, and of those without which no rule restricts.</summary>
    public IEnumerable<Element> Missing(IEnumerable<Element> demanded) => demanded.Union(AlwaysDemanded).Where(element => !Has(element));

    private static bool IsEntered(ListingStatus status) => status is ListingStatus.InForce or ListingStatus.Repaired or ListingStatus.Lapsed;

    /// <summary>A listing in force was announced and decided by a second person: the listing's own commands see to that.</summary>
    private bool Has(Element element) => element switch
    {
        Element.DecisionDocument => !DispositionAnnulled && DispositionDocument.Length > 0,
        Element.NoticeServed => Status is ListingStatus.NoticeServed || WasEntered,
        Element.DecidedBySecondPerson => WasEntered,
        _ => true,
    };
}
