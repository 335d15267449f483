namespace Blacklist.Domain.OrganizationNames;

/// <summary>How near two organization names are, nearest first.</summary>
public enum OrganizationNameGrade
{
    /// <summary>Equal but for spaces, brackets, traditional or full-width characters.</summary>
    Equal,

    /// <summary>So near that the public would take one for the other.</summary>
    Imitates,

    Different,
}

/// <summary>The comparison with what it found. Names of organizations are public: the parts may be shown.</summary>
/// <param name="Likeness">0 to 100, for ranking.</param>
/// <param name="AlikePart">The longest part both names share.</param>
public sealed record OrganizationNameMatch(
    OrganizationNameGrade Grade, int Likeness, string AlikePart, IReadOnlyList<OrganizationNameReason> Reasons);

/// <summary>What was exchanged, added or left out between two names.</summary>
/// <param name="Code">Stable, snake_case.</param>
/// <param name="Given">The part of the name applied for, or empty.</param>
/// <param name="Other">The part of the other name, or empty.</param>
public sealed record OrganizationNameReason(string Code, string Given, string Other)
{
    public const string NameEqual = "organization_name_equal";
    public const string ScopeExchanged = "organization_scope_exchanged";
    public const string FormExchanged = "organization_form_exchanged";
    public const string WordsAdded = "organization_words_added";
    public const string SubjectAlike = "organization_subject_alike";
}
