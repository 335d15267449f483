using System.Text.Json;
using Blacklist.Api.Audit;
using Blacklist.Api.Http.Json;
using Blacklist.Api.Receipts;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.OrganizationNames;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Eligibility;

/// <summary>How <see cref="AnswerJson"/> writes an answer, for the API document and for callers in C#.</summary>
/// <param name="EffectiveOn">The Asia/Shanghai date for which the answer holds.</param>
/// <param name="LogPosition">What the answer knew: every event up to this one.</param>
/// <param name="Receipt">Signed proof of the answer; null only for answers that are older than receipts.</param>
/// <param name="Statements">What listed persons say in their own words; for registration authorities, and only when a reason names a statement.</param>
[Disclosed(DisclosureTier.Grounds)]
internal sealed record EligibilityCheckResponse(
    Guid CheckId,
    Verdict Verdict,
    DateTimeOffset CheckedAt,
    DateOnly EffectiveOn,
    long LogPosition,
    int RuleSetVersion,
    OrganizationResponse Organization,
    IReadOnlyList<ApplicantResponse> Applicants,
    ReceiptDocument? Receipt,
    IReadOnlyList<DisclosedStatement>? Statements = null)
{
    /// <summary>Between an applicant's reasons and warnings; no text of an answer holds it, for there a quote is written with a backslash.</summary>
    private static ReadOnlySpan<byte> OfGrounds => "\"omitted\":"u8;

    public static bool TellsGrounds(ReadOnlySpan<byte> body) => body.IndexOf(OfGrounds) >= 0;

    /// <summary>Without reasons where the answer was given to a partner.</summary>
    public static EligibilityCheckResponse Read(ReadOnlySpan<byte> body)
    {
        if (TellsGrounds(body))
        {
            return JsonSerializer.Deserialize<EligibilityCheckResponse>(body, EdgeJson.Options)!;
        }

        var told = JsonSerializer.Deserialize<PartnerCheckResponse>(body, EdgeJson.Options)!;
        return new EligibilityCheckResponse(
            told.CheckId, told.Verdict, told.CheckedAt, told.EffectiveOn, told.LogPosition, told.RuleSetVersion, told.Organization,
            [.. told.Applicants.Select(applicant => new ApplicantResponse(applicant.Index, applicant.Verdict, [], 0, applicant.Warnings))], told.Receipt);
    }
}

/// <summary>The answer to a partner department: the verdict and what proves it, and nothing of the listing behind it.</summary>
[Disclosed(DisclosureTier.Verdict)]
internal sealed record PartnerCheckResponse(
    Guid CheckId,
    Verdict Verdict,
    DateTimeOffset CheckedAt,
    DateOnly EffectiveOn,
    long LogPosition,
    int RuleSetVersion,
    OrganizationResponse Organization,
    IReadOnlyList<PartnerApplicantResponse> Applicants,
    ReceiptDocument? Receipt);

/// <param name="Index">Place in the question, from 0.</param>
/// <param name="Warnings">What looks wrong in what was given.</param>
internal sealed record PartnerApplicantResponse(int Index, Verdict Verdict, IReadOnlyList<string> Warnings);

/// <param name="Index">Place in the question, from 0.</param>
/// <param name="Omitted">How many weaker reasons there are that are not shown.</param>
/// <param name="Warnings">What looks wrong in what was given: document_region_unknown, birth_date_contradicts_document, sex_contradicts_document, document_number_may_be_rounded. None changes the verdict.</param>
internal sealed record ApplicantResponse(
    int Index, Verdict Verdict, IReadOnlyList<ReasonResponse> Reasons, int Omitted, IReadOnlyList<string> Warnings);

/// <param name="Code">Such as <c>listing_in_force</c>, <c>name_only</c>, <c>element_missing</c>.</param>
/// <param name="Effect">What this reason alone would come to.</param>
/// <param name="Until">Last day of the restriction; null when it is indefinite.</param>
/// <param name="MatchedBy">Type of the document that matched, or <c>name</c>, or <c>determination</c> when two clerks found it.</param>
/// <param name="Missing">What the rule demands and the listing lacks.</param>
/// <param name="Statement">Under this the person's own words are given in <c>statements</c>; left out when there are none, which are given to registration authorities only.</param>
internal sealed record ReasonResponse(
    string Code,
    Verdict Effect,
    string ListingNumber,
    string Rule,
    string Basis,
    IssuerLevel BasisLevel,
    string MatchedBy,
    DateOnly? Until,
    bool Disputed,
    IReadOnlyList<Element> Missing,
    Guid? Statement = null);

/// <summary>What the name of the organization calls to mind; a name refuses nobody.</summary>
internal sealed record OrganizationResponse(Verdict Verdict, IReadOnlyList<OrganizationReasonResponse> Reasons);

/// <param name="Code">name_equal, name_imitates or word_needs_approval.</param>
/// <param name="KnownName">The organization that is equalled or imitated.</param>
/// <param name="Standing">What was decided on it; a lawful body whose registration was revoked is not an illegal one.</param>
/// <param name="Alike">The part of the name that is alike, or the word.</param>
internal sealed record OrganizationReasonResponse(
    string Code, Verdict Effect, string? KnownName, OrganizationStanding? Standing, string Alike, IReadOnlyList<string> Differences);
