namespace Blacklist.Domain.BannedOrganizations.Papers;

/// <summary>What a paper of the file is. Never a title in free words: events hold no person's name.</summary>
public enum PaperKind
{
    /// <summary>取缔决定书 and the like.</summary>
    Decision,

    /// <summary>现场检查笔录, 询问笔录.</summary>
    Record,

    /// <summary>证据材料.</summary>
    Evidence,

    /// <summary>送达回证.</summary>
    ProofOfService,

    /// <summary>公告.</summary>
    Announcement,

    Other,
}

/// <summary>In what form a paper is kept; known by its content, never by its name.</summary>
public enum PaperForm
{
    Pdf,
    Png,
    Jpeg,
}
