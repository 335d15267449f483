namespace Blacklist.Domain.Listings;

/// <summary>Where a listing stands.</summary>
public enum ListingStatus
{
    /// <summary>The stream has no event.</summary>
    None,
    Proposed,
    NoticeServed,
    InForce,
    Dropped,
    Annulled,

    /// <summary>信用修复: its effect ended on a day before its term.</summary>
    Repaired,

    /// <summary>Its term is over; recorded after the fact, the dates alone had ended it.</summary>
    Lapsed,
}

/// <summary>How the notice reached the person (民事诉讼法 第七章第二节 gives the methods of service).</summary>
public enum ServiceMethod
{
    Direct,

    /// <summary>留置送达: left with the person, who refused to take it.</summary>
    Lien,
    Post,
    Electronic,

    /// <summary>公告送达: announced, because the person cannot be reached; counts as served after a time.</summary>
    PublicNotice,
}

/// <summary>Why an attempt to serve the notice did not reach the person.</summary>
public enum ServiceFailure
{
    /// <summary>拒收.</summary>
    Refused,

    /// <summary>下落不明, or by no other method to be reached.</summary>
    Unreachable,
}

/// <summary>What the person did with the right to be heard.</summary>
public enum StatementKind
{
    Answered,
    Waived,
}
