using Blacklist.Api.Vault;
using Blacklist.Domain.Eligibility;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>The listings with what clerks found, as one question sees them.</summary>
internal sealed class ListingsNow(KnownListings listings, StandingFindings findings, IdentityVault vault)
{
    /// <summary>Listings that may mean the applicant, and some of those whom a number tells apart.</summary>
    public IReadOnlyList<Candidate> Possible(Applicant applicant)
    {
        List<DocumentDigest>? documents = null;
        List<Candidate> candidates = [];
        foreach (var person in listings.Possible(applicant.Identity))
        {
            candidates.Add(new Candidate(person, findings.HaveAny(person.Listing.Id) ? findings.Of(person.Listing.Id, applicant.Identity.Name, documents ??= Digests(applicant)) : null));
        }

        return candidates;
    }

    /// <summary>All others whom a number tells apart.</summary>
    public Namesakes NamesakesOf(Applicant applicant) => listings.Packed.NamesakesOf(applicant.Identity);

    /// <summary>The same, each by itself.</summary>
    public IEnumerable<Candidate> OpenNamesakes(Applicant applicant) => listings.Packed.OpenNamesakes(applicant.Identity).Select(person => new Candidate(person));

    private List<DocumentDigest> Digests(Applicant applicant) => [.. applicant.Identity.Documents.Select(vault.Digest)];
}
