using System.Text.Json;
using System.Text.Json.Serialization;
using Blacklist.Api.Eligibility;
using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;
using Blacklist.Api.Listings;
using Blacklist.Api.Vault;
using Blacklist.Domain.Eligibility;

namespace Blacklist.Api.Letters;

/// <summary>Finds again what a letter of refusal tells: the question from the vault, the answer from its record, the cases from the log.</summary>
internal sealed class RefusedApplicants(CaseFiles cases, ListingRows listings, IdentityVault vault)
{
    private static readonly JsonSerializerOptions Json = new(EdgeJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    /// <returns>Null when the check does not restrict such an applicant, or was answered to a partner, who was told no grounds.</returns>
    public async Task<RefusedApplicant?> Find(Guid checkId, RecordedCheck check, int index, CancellationToken cancellation)
    {
        var answer = JsonSerializer.Deserialize<GivenAnswer>(check.Answer, Json)!;
        if (answer.Applicants.ElementAtOrDefault(index) is not { Verdict: Verdict.Restricted, Reasons: { } reasons })
        {
            return null;
        }

        var grounds = new List<RefusalGround>();
        foreach (var reason in reasons.Where(reason => reason.Effect == Verdict.Restricted))
        {
            var listing = await listings.IdOfGround(reason.ListingNumber, cancellation);
            grounds.Add(new RefusalGround(reason, (await cases.OfListing(listing!.Value, answer.LogPosition))!));
        }

        var question = JsonSerializer.Deserialize<EligibilityCheckRequest>(vault.OpenBlob(check.Question, checkId.ToByteArray()), EdgeJson.Options)!
            .Read(new FieldErrors(), DateOnly.MaxValue)!;
        return new RefusedApplicant(
            checkId, answer.CheckedAt, answer.EffectiveOn, answer.LogPosition, answer.RuleSetVersion,
            question.ApplicationReference, question.Purpose, question.Organization, question.Applicants[index], grounds);
    }

    /// <summary>What a letter needs of a recorded answer.</summary>
    private sealed record GivenAnswer(
        DateTimeOffset CheckedAt, DateOnly EffectiveOn, long LogPosition, int RuleSetVersion, IReadOnlyList<GivenApplicant> Applicants);

    private sealed record GivenApplicant(Verdict Verdict, IReadOnlyList<GivenReason>? Reasons = null);
}
