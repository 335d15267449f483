namespace Blacklist.Api.Audit;

/// <summary>What a caller did.</summary>
internal enum AuditKind
{
    /// <summary>Asked whether somebody is restricted.</summary>
    Check,

    /// <summary>Read a page of a list.</summary>
    Search,

    /// <summary>Read one thing.</summary>
    View,

    /// <summary>Took something along that is made to be kept: a letter, a receipt, a file.</summary>
    Export,

    /// <summary>Had a sealed identity opened.</summary>
    Unmask,

    /// <summary>Changed something; what it was stands in the event log.</summary>
    Act,

    /// <summary>Asked for a token, or signed in.</summary>
    SignIn,

    /// <summary>Was caught at what looks like guessing, and is not answered any more.</summary>
    Alarm,
}

/// <summary>How much of a person an answer may tell, from nothing upwards.</summary>
internal enum DisclosureTier
{
    Nothing,

    /// <summary>A verdict and references.</summary>
    Verdict,

    /// <summary>Also why: rule, term, listing number, statements.</summary>
    Grounds,

    /// <summary>The file of the case.</summary>
    CaseFile,

    /// <summary>Also the document numbers.</summary>
    Identity,

    /// <summary>Who asked about whom.</summary>
    Trail,
}
