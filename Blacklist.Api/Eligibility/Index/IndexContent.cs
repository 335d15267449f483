using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Persons;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>All that an index holds at one position.</summary>
/// <param name="Identities">Everybody in the vault who was not erased.</param>
internal sealed record IndexContent(
    long Position,
    RuleCatalogue Rules,
    IReadOnlyCollection<Guid> AnnulledDispositions,
    IReadOnlyList<ListingFacts> Listings,
    IReadOnlyDictionary<PersonId, PersonIdentity> Identities,
    PersonLinks Links,
    IReadOnlyList<RecordedFinding> Findings,
    IReadOnlyList<NamedOrganization> Organizations);

internal sealed record RecordedFinding(DeterminationId Determination, ListingId Listing, PersonId Applicant, StandingFinding Standing);
