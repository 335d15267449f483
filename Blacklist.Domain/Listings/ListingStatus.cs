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
}

/// <summary>How the notice reached the person (民事诉讼法 第七章第二节 gives the methods of service).</summary>
public enum ServiceMethod
{
    Direct,
    Lien,
    Post,
    Electronic,
    PublicNotice,
}

/// <summary>What the person did with the right to be heard.</summary>
public enum StatementKind
{
    Answered,
    Waived,
}
