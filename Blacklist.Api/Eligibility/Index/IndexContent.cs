using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Persons;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>What the read models know at one position.</summary>
internal sealed record IndexContent(
    long Position,
    IReadOnlyCollection<Guid> AnnulledDispositions,
    IReadOnlyList<ListingFacts> Listings,
    PersonLinks Links,
    IReadOnlyList<RecordedFinding> Findings,
    IReadOnlyList<NamedOrganization> Organizations);

internal sealed record RecordedFinding(DeterminationId Determination, ListingId Listing, PersonId Applicant, StandingFinding Standing);
