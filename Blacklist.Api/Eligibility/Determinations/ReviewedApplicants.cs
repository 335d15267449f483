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
    public ReviewedApplicant? Find(Guid checkId, RecordedCheck check, int applicantIndex, string listingNumber)
    {
        if (Reason(check.Answer, applicantIndex, listingNumber) is not { } reason || Applicant(checkId, check, applicantIndex) is not { } applicant)
        {
            return null;
        }

        return index.Candidates(applicant).Select(candidate => candidate.Person.Listing).FirstOrDefault(listing => listing.Number == listingNumber) is { } listing
            ? new ReviewedApplicant(applicant, listing, reason["matchedBy"]!.GetValue<string>() is not ("name" or "determination"))
            : null;
    }

    private static JsonNode? Reason(byte[] answer, int applicantIndex, string listingNumber)
    {
        var applicants = JsonNode.Parse(answer)!["applicants"]!.AsArray();
        return applicantIndex >= 0 && applicantIndex < applicants.Count
            ? applicants[applicantIndex]!["reasons"]!.AsArray().FirstOrDefault(reason => reason!["listingNumber"]!.GetValue<string>() == listingNumber)
            : null;
    }

    private Applicant? Applicant(Guid checkId, RecordedCheck check, int applicantIndex)
    {
        var question = JsonSerializer.Deserialize<EligibilityCheckRequest>(vault.OpenBlob(check.Question, checkId.ToByteArray()), EdgeJson.Options);
        return question?.Read(new FieldErrors(), DateOnly.MaxValue)?.Applicants[applicantIndex];
    }
}
