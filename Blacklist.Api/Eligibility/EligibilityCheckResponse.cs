using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Eligibility;

/// <summary>How <see cref="AnswerJson"/> writes an answer, for the API document and for callers in C#.</summary>
/// <param name="EffectiveOn">The Asia/Shanghai date for which the answer holds.</param>
/// <param name="LogPosition">What the answer knew: every event up to this one.</param>
/// <param name="Receipt">Signed proof of the answer; null until the registry signs receipts.</param>
internal sealed record EligibilityCheckResponse(
    Guid CheckId,
    Verdict Verdict,
    DateTimeOffset CheckedAt,
    DateOnly EffectiveOn,
    long LogPosition,
    int RuleSetVersion,
    IReadOnlyList<ApplicantResponse> Applicants,
    string? Receipt);

/// <param name="Index">Place in the question, from 0.</param>
/// <param name="Omitted">How many weaker reasons there are that are not shown.</param>
internal sealed record ApplicantResponse(int Index, Verdict Verdict, IReadOnlyList<ReasonResponse> Reasons, int Omitted);

/// <param name="Code">Such as <c>listing_in_force</c>, <c>name_only</c>, <c>element_missing</c>.</param>
/// <param name="Effect">What this reason alone would come to.</param>
/// <param name="Until">Last day of the restriction; null when it is indefinite.</param>
/// <param name="MatchedBy">Type of the document that matched, or <c>name</c>, or <c>determination</c> when two clerks found it.</param>
/// <param name="Missing">What the rule demands and the listing lacks.</param>
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
    IReadOnlyList<Element> Missing);
