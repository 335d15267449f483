namespace Blacklist.Domain.Deadlines;

/// <summary>What must be done, or what ends, by a day.</summary>
public enum DeadlineKind
{
    /// <summary>陈述申辩期: until when the person may answer the notice.</summary>
    StatementPeriod,

    /// <summary>The last day on which the effect of a listing is suspended.</summary>
    SuspensionEnd,

    /// <summary>限制期限届满: the last day of a listing's term; after it the listing lapses by the dates alone.</summary>
    TermEnd,

    /// <summary>Until when an appeal is admitted or rejected.</summary>
    AppealAdmission,

    /// <summary>Until when an appeal is decided.</summary>
    AppealDecision,

    /// <summary>The day of a hearing.</summary>
    Hearing,

    /// <summary>撤回公开: until when a published decision that was changed or annulled is withdrawn.</summary>
    PublicationWithdrawal,

    /// <summary>Until when a caller acknowledges that an earlier answer has changed.</summary>
    NoticeAcknowledgement,

    /// <summary>Until when a wrong refusal is examined again.</summary>
    Reexamination,
}
