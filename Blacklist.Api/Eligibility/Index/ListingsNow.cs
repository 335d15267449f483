using Blacklist.Api.Vault;
using Blacklist.Domain.Eligibility;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>The listings with what clerks found, as one question sees them.</summary>
internal sealed class ListingsNow(KnownListings listings, StandingFindings findings, IdentityVault vault)
{
    /// <summary>Listings that may mean the applicant, and some of those whom a number tells apart.</summary>
    public IReadOnlyList<Candidate> Possible(Applicant applicant)
    {
        var identity = applicant.Identity;
        var near = listings.Possible(identity);
        if (findings.IsEmpty)
        {
            return [.. near.Select(person => new Candidate(person))];
        }

        List<DocumentDigest> documents = [.. identity.Documents.Select(vault.Digest)];
        List<Candidate> candidates = [.. near.Select(person => findings.Candidate(person, identity, documents))];
        foreach (var listing in findings.ListingsOf(documents).Where(listing => !candidates.Exists(candidate => candidate.Person.Listing.Id == listing)).ToList())
        {
            if (listings.Find(listing) is { } person && findings.CandidateByFinding(person, identity, documents) is { } candidate)
            {
                candidates.Add(candidate);
            }
        }

        return candidates;
    }

    /// <summary>All others whom a number tells apart.</summary>
    public Namesakes NamesakesOf(Applicant applicant) => listings.Packed.NamesakesOf(applicant.Identity);

    /// <summary>The same, each by itself.</summary>
    public IEnumerable<Candidate> OpenNamesakes(Applicant applicant) => listings.Packed.OpenNamesakes(applicant.Identity).Select(person => new Candidate(person));
}
