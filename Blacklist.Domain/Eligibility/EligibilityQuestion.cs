using Blacklist.Domain.Identity;
using Blacklist.Domain.Registration;

namespace Blacklist.Domain.Eligibility;

/// <summary>资格核查: may these persons found, or lead, this organization?</summary>
/// <param name="ApplicationReference">The caller's own number of the application.</param>
public sealed record EligibilityQuestion(
    string ApplicationReference, CheckPurpose Purpose, Organization Organization, IReadOnlyList<Applicant> Applicants);

/// <summary>One person of the application and what they are to become.</summary>
public sealed record Applicant(PersonIdentity Identity, Position Position);
