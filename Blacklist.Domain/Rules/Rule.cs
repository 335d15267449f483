using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Rules;

/// <summary>A row of the rule catalogue: on what legal basis whom it bars from what, for how long, with what effect. Law is data; nothing of it stands in code.</summary>
/// <param name="Id">Stable, kebab-case; appears in answers.</param>
/// <param name="Article">Where in the act it stands.</param>
/// <param name="Term">From the start event; the day of the event itself is not counted.</param>
/// <param name="TermNote">Where the act names no term: whose decision the term is.</param>
/// <param name="Elements">What must be there before it restricts; a missing one gives review.</param>
/// <param name="ValidFrom">First day of validity; null when unknown, and then the rule never restricts.</param>
/// <param name="ValidTo">Last day of validity; null while it is in force.</param>
/// <param name="Confirmed">Who confirmed the text, when; an unconfirmed rule never restricts.</param>
public sealed record Rule(
    string Id,
    string Title,
    string Article,
    IssuerLevel Level,
    Scope AppliesTo,
    Bar Bars,
    StartEvent Starts,
    Term Term,
    string? TermNote,
    Effect Effect,
    IReadOnlyList<Element> Elements,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    string Source,
    Confirmation? Confirmed)
{
    /// <summary>A policy document while such rules are under review: it then asks for a human look where it would restrict. The catalogue sets it.</summary>
    internal bool IsUnderReview { get; init; }

    public bool IsValidOn(DateOnly date) => ValidFrom <= date && (ValidTo is null || date <= ValidTo);

    public bool Equals(Rule? other) =>
        other is not null && Id == other.Id && Title == other.Title && Article == other.Article && Level == other.Level
        && AppliesTo == other.AppliesTo && Bars == other.Bars && Starts == other.Starts && Term == other.Term
        && TermNote == other.TermNote && Effect == other.Effect && Sequences.Same(Elements, other.Elements)
        && ValidFrom == other.ValidFrom && ValidTo == other.ValidTo && Source == other.Source && Confirmed == other.Confirmed;

    public override int GetHashCode() => HashCode.Combine(Id, Title, Article, Level, Term, Effect);
}

/// <summary>Who confirmed that the row says what the act says.</summary>
public sealed record Confirmation(string By, DateOnly On);

/// <summary>Rank of the act a rule rests on; every answer shows it.</summary>
public enum IssuerLevel
{
    /// <summary>法律.</summary>
    Law,

    /// <summary>行政法规.</summary>
    AdministrativeRegulation,

    /// <summary>地方性法规.</summary>
    LocalRegulation,

    /// <summary>部门规章.</summary>
    MinistryRule,

    /// <summary>规范性文件.</summary>
    PolicyDocument,
}

/// <summary>What a rule does to an applicant it bars.</summary>
public enum Effect
{
    Restricted,
    Review,
}

/// <summary>From when a rule's term runs.</summary>
public enum StartEvent
{
    /// <summary>The date of the ban or of the revocation.</summary>
    DispositionDate,
}

/// <summary>What a rule can demand before it restricts.</summary>
public enum Element
{
    DecisionDocument,
    NoticeServed,
    DecidedBySecondPerson,
    TermRunning,
}
