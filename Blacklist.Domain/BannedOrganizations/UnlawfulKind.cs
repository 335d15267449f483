namespace Blacklist.Domain.BannedOrganizations;

/// <summary>Which of the legal kinds of illegal social organization it is (取缔非法民间组织暂行办法 第二条; 离岸社团 and 山寨社团 as the campaign notices name them).</summary>
public enum UnlawfulKind
{
    /// <summary>Acted without registration.</summary>
    Unregistered,

    /// <summary>Went on acting as a social organization after its registration was revoked.</summary>
    ContinuedAfterRevocation,

    /// <summary>Did more than prepare while it was only allowed to prepare.</summary>
    ActivityBeyondPreparation,

    /// <summary>离岸社团: registered abroad, active inside the country.</summary>
    Offshore,

    /// <summary>山寨社团: imitates a lawful organization.</summary>
    Copycat,
}
