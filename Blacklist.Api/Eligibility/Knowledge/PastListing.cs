using Blacklist.Api.Vault;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Matching;

namespace Blacklist.Api.Eligibility.Knowledge;

/// <summary>A listing as it stood at a position, and whether an index would have found it for an applicant then.</summary>
internal sealed class PastListing(ListedPerson person, IReadOnlyList<DocumentDigest> documents, Index.StandingFindings findings)
{
    private readonly PersonIndex _name = PersonIndex.Of([(0, person.Identity)]);

    /// <returns>Null when neither a document, nor the name, nor what was found leads from the applicant to the listing.</returns>
    public Candidate? For(PersonIdentity applicant, IReadOnlyList<DocumentDigest> held) =>
        held.Any(documents.Contains) || _name.Find(applicant).Any()
            ? findings.Candidate(person, applicant, held)
            : findings.CandidateByFinding(person, applicant, held);
}
