using Blacklist.Domain.OrganizationNames;
using Blacklist.Domain.Registration;

namespace Blacklist.Domain.Eligibility;

/// <summary>
/// What the name of the organization applied for calls to mind. A name refuses nobody: it is at most for a human, and a note of approval
/// answers for the words that need one.
/// </summary>
public static class OrganizationCheck
{
    /// <param name="known">Known organizations whose name the given one equals or imitates, nearest first.</param>
    public static OrganizationAnswer Judge(Organization organization, IReadOnlyList<OrganizationHit> known)
    {
        List<OrganizationReason> reasons = [.. known.Take(EligibilityCheck.MostReasons).Select(ReasonOf)];
        if (organization.Approval is null)
        {
            reasons.AddRange(CampaignWords.In(organization.Name)
                .Select(word => new OrganizationReason(OrganizationReasonCode.WordNeedsApproval, Verdict.Review, null, word.Word, [])));
        }

        return new OrganizationAnswer(reasons.Count == 0 ? Verdict.Eligible : reasons.Max(reason => reason.Effect), reasons);
    }

    /// <summary>The name of a lawful body whose registration was revoked is shown and counts for nothing: it never was an illegal organization.</summary>
    private static OrganizationReason ReasonOf(OrganizationHit hit)
    {
        var effect = hit.Organization.Standing == OrganizationStanding.RegistrationRevoked ? Verdict.Eligible : Verdict.Review;
        var code = hit.Match.Grade == OrganizationNameGrade.Equal ? OrganizationReasonCode.NameEqual : OrganizationReasonCode.NameImitates;
        return new OrganizationReason(
            code, effect, hit.Organization, hit.Match.AlikePart, hit.Match.Reasons);
    }
}

/// <summary>What the organization itself, apart from its applicants, comes to.</summary>
public sealed record OrganizationAnswer(Verdict Verdict, IReadOnlyList<OrganizationReason> Reasons);

/// <summary>Why the name of the organization is looked at.</summary>
/// <param name="Known">The organization that the name equals or imitates; null for a word that needs approval.</param>
/// <param name="Alike">The part of the name that is alike, or the word.</param>
/// <param name="Differences">What was exchanged or added to make another name of it.</param>
public sealed record OrganizationReason(
    OrganizationReasonCode Code, Verdict Effect, KnownOrganization? Known, string Alike, IReadOnlyList<OrganizationNameReason> Differences);

/// <summary>What a name can call to mind; callers may branch on it.</summary>
public enum OrganizationReasonCode
{
    /// <summary>The name equals that of a known organization.</summary>
    NameEqual,

    /// <summary>The name imitates that of a known organization.</summary>
    NameImitates,

    /// <summary>The name carries a word that needs a note of approval, and none was given.</summary>
    WordNeedsApproval,
}
