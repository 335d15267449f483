namespace Blacklist.Domain.Appeals;

/// <summary>What is raised against a listing, or on its behalf.</summary>
public enum AppealKind
{
    /// <summary>陈述申辩: the person answers the notice, before anything is decided.</summary>
    Statement,

    /// <summary>异议: the person contests the listing.</summary>
    Objection,

    /// <summary>信用修复: the person has made good and asks for an end before the term.</summary>
    CreditRepair,

    /// <summary>行政复议: the outcome of an administrative reconsideration is brought in.</summary>
    Reconsideration,

    /// <summary>行政诉讼: the outcome of a lawsuit is brought in.</summary>
    Litigation,
}

/// <summary>How the appeal came in.</summary>
public enum AppealChannel
{
    /// <summary>At the office, through a clerk.</summary>
    InPerson,
    Post,
    Online,
}

/// <summary>Where an appeal stands.</summary>
public enum AppealStatus
{
    /// <summary>The stream has no event.</summary>
    None,
    Filed,

    /// <summary>不予受理.</summary>
    Rejected,
    Admitted,
    Assigned,
    Decided,
    Withdrawn,
}

/// <summary>What an appeal comes to.</summary>
public enum Remedy
{
    /// <summary>维持: the listing, or the proposal, stays as it is.</summary>
    Maintain,

    /// <summary>不予列入: the proposal is dropped.</summary>
    Drop,

    /// <summary>撤销: the listing is void from its beginning.</summary>
    Annul,

    /// <summary>变更: the listing restricts less.</summary>
    Vary,

    /// <summary>信用修复: the listing ends before its term.</summary>
    Repair,
}

/// <summary>Who brought a piece of evidence.</summary>
public enum EvidenceFrom
{
    Person,
    Office,
}

/// <summary>What follows from the kind of an appeal.</summary>
public static class AppealKindExtensions
{
    /// <summary>Whether it contests a decided listing, so that every answer carries the mark while it is open.</summary>
    public static bool Disputes(this AppealKind kind) => kind is AppealKind.Objection or AppealKind.Reconsideration or AppealKind.Litigation;

    /// <summary>Whether an appeal of the kind can come to the remedy.</summary>
    public static bool CanComeTo(this AppealKind kind, Remedy remedy) => kind switch
    {
        _ when remedy == Remedy.Maintain => true,
        AppealKind.Statement => remedy == Remedy.Drop,
        AppealKind.CreditRepair => remedy == Remedy.Repair,
        _ => remedy is Remedy.Annul or Remedy.Vary,
    };
}
