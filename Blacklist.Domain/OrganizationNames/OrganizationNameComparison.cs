namespace Blacklist.Domain.OrganizationNames;

/// <summary>
/// Says whether a name equals or imitates another, and by what. Imitations keep the subject of a known body and exchange 中国 for 中华,
/// 协会 for 研究会, or put in a word. A local body is not taken for the imitation of a national one: that is how lawful bodies are named.
/// </summary>
public static class OrganizationNameComparison
{
    /// <summary>Of 100; the real pairs of imitated names reach 60 and more.</summary>
    internal const int Enough = 60;

    public static OrganizationNameMatch Compare(OrganizationName given, OrganizationName other)
    {
        if (given.Normal == other.Normal)
            return new(OrganizationNameGrade.Equal, 100, given.Normal, [new(OrganizationNameReason.NameEqual, given.Normal, other.Normal)]);
        var (one, two) = (given.Anatomy, other.Anatomy);
        var likeness = Math.Min(99, Likeness.Of(one.Core, two.Core));
        var alike = Likeness.SharedPart(given.Normal, other.Normal);
        return one.Claim == two.Claim && likeness >= Enough
            ? new(OrganizationNameGrade.Imitates, likeness, alike, Reasons(one, two))
            : new(OrganizationNameGrade.Different, Math.Min(likeness, Likeness.Of(given.Normal, other.Normal)), alike, []);
    }

    private static List<OrganizationNameReason> Reasons(OrganizationNameAnatomy one, OrganizationNameAnatomy other)
    {
        List<OrganizationNameReason> reasons = [];
        if (one.Scope != other.Scope)
            reasons.Add(new(OrganizationNameReason.ScopeExchanged, one.Scope, other.Scope));
        if (one.Core == other.Core && one.Subject != other.Subject)
            reasons.Add(new(OrganizationNameReason.WordsAdded, one.Subject, other.Subject));
        else if (one.Subject != other.Subject)
            reasons.Add(new(OrganizationNameReason.SubjectAlike, one.Subject, other.Subject));
        if (one.Form != other.Form)
            reasons.Add(new(OrganizationNameReason.FormExchanged, one.Form, other.Form));
        return reasons;
    }
}
