namespace Blacklist.Domain.Eligibility;

/// <summary>结论, in rising order: an application's verdict is the highest of its applicants'.</summary>
public enum Verdict
{
    /// <summary>可以.</summary>
    Eligible,

    /// <summary>需人工核实: a human looks; nobody is refused by it.</summary>
    Review,

    /// <summary>受限.</summary>
    Restricted,
}

/// <summary>Why the question is asked.</summary>
public enum CheckPurpose
{
    Registration,
    Change,
    PeriodicReview,
}
