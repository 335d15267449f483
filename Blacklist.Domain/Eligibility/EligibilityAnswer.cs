namespace Blacklist.Domain.Eligibility;

/// <summary>The verdict on an application: the highest of its organization and its applicants; these in the order asked.</summary>
public sealed record EligibilityAnswer(Verdict Verdict, DateOnly EffectiveOn, int RuleSetVersion, OrganizationAnswer Organization, IReadOnlyList<ApplicantAnswer> Applicants);

/// <summary>The verdict on one applicant, and why.</summary>
/// <param name="Index">Place in the question, from 0.</param>
/// <param name="Reasons">The strongest first.</param>
/// <param name="Omitted">How many further reasons there are that are not shown.</param>
/// <param name="Warnings">What looks wrong in what was given; it bears on no verdict.</param>
public sealed record ApplicantAnswer(int Index, Verdict Verdict, IReadOnlyList<Reason> Reasons, int Omitted, IReadOnlyList<Warning> Warnings);
