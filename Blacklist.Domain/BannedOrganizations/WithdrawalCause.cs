namespace Blacklist.Domain.BannedOrganizations;

/// <summary>Why the publication of a decision must be withdrawn.</summary>
public enum WithdrawalCause
{
    /// <summary>变更: the decision was changed; what is public no longer says what it says.</summary>
    Changed,

    /// <summary>撤销.</summary>
    Annulled,
}
