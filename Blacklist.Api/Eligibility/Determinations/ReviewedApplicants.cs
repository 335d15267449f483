using System.Text.Json;
using System.Text.Json.Nodes;
using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;
using Blacklist.Api.Vault;
using Blacklist.Domain.Eligibility;

namespace Blacklist.Api.Eligibility.Determinations;

/// <summary>An applicant of a recorded check and a listing that its answer names.</summary>
/// <param name="DocumentMatched">The answer rests on a document number.</param>
internal sealed record ReviewedApplicant(Applicant Applicant, ListingFacts Listing, bool DocumentMatched);

/// <summary>Finds again what a clerk looks at: the question from the vault, the listing from the answer.</summary>
internal sealed class ReviewedApplicants(IdentityVault vault, EligibilityIndex index)
{
    /// <returns>Null when the answer gives no such reason for such an applicant.</returns>
    public ReviewedApplicant? Find(Guid checkId, RecordedCheck check, int applicantIndex, string listingNumber) => All(checkId, check)
        .Where(found => found.Place == applicantIndex && found.Reviewed.Listing.Number == listingNumber)
        .Select(found => found.Reviewed)
        .FirstOrDefault();

    /// <summary>Every applicant with every listing that the answer names for them, once each.</summary>
    public IEnumerable<(int Place, ReviewedApplicant Reviewed)> All(Guid checkId, RecordedCheck check)
    {
        var question = Question(checkId, check);
        var answers = JsonNode.Parse(check.Answer)!["applicants"]!.AsArray();
        foreach (var (place, answer) in answers.Index())
        {
            var listings = index.Candidates(question.Applicants[place]).Select(candidate => candidate.Person.Listing).ToLookup(listing => listing.Number);
            foreach (var reason in (answer!["reasons"]?.AsArray() ?? []).DistinctBy(reason => (string)reason!["listingNumber"]!))
            {
                if (listings[(string)reason!["listingNumber"]!].FirstOrDefault() is { } listing)
                {
                    yield return (place, new ReviewedApplicant(
                        question.Applicants[place], listing, (string)reason["matchedBy"]! is not ("name" or "determination")));
                }
            }
        }
    }

    private EligibilityQuestion Question(Guid checkId, RecordedCheck check) =>
        JsonSerializer.Deserialize<EligibilityCheckRequest>(vault.OpenBlob(check.Question, checkId.ToByteArray()), EdgeJson.Options)!
            .Read(new FieldErrors(), DateOnly.MaxValue)!;
}
