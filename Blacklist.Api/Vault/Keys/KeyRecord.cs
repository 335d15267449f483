namespace Blacklist.Api.Vault.Keys;

/// <summary>What a key is for. The words are stored.</summary>
internal enum KeyPurpose
{
    /// <summary>Seals the data keys of persons and records, and all other keys.</summary>
    Master,

    /// <summary>Finds persons and recorded checks by documents and names.</summary>
    Digest,

    /// <summary>Recognizes a request that is repeated, without keeping it.</summary>
    Request,

    /// <summary>Signs access tokens.</summary>
    Token,

    /// <summary>Signs the roots of receipts and of the audit.</summary>
    Receipt,
}

/// <summary>Where a key stands in its life.</summary>
internal enum KeyState
{
    /// <summary>Known everywhere, and used for nothing new yet.</summary>
    Published,

    InUse,

    /// <summary>Replaced; what is current still rests on it.</summary>
    Retired,

    /// <summary>Nothing that is current rests on it; it is kept for what is old.</summary>
    Kept,
}

/// <summary>What is known of a key, and never the key.</summary>
/// <param name="Algorithm">Its name in JOSE (RFC 7518).</param>
/// <param name="DueAt">By then it should have a successor.</param>
/// <param name="RetiredAt">When its successor came into use.</param>
/// <param name="CheckValue">Recognizes it; only of keys that are, or were, in the key file.</param>
/// <param name="Sealed">The key under a master key; null of a master key.</param>
/// <param name="MissingOn">On how many running nodes a master key is not there yet; until it is, no node uses it.</param>
/// <param name="RetiredFor">By the database's clock, when it was read.</param>
internal sealed record KeyRecord(
    string Id,
    KeyPurpose Purpose,
    string Algorithm,
    KeyState State,
    DateTimeOffset CreatedAt,
    DateTimeOffset InUseFrom,
    DateTimeOffset DueAt,
    DateTimeOffset? RetiredAt,
    DateTimeOffset? SettledAt,
    string? PublicJwk,
    byte[]? CheckValue,
    byte[]? Sealed,
    int MissingOn,
    TimeSpan? RetiredFor)
{
    public override string ToString() => $"{Purpose} {Id} {State}";
}

/// <summary>A key that is to be.</summary>
/// <param name="Ahead">How long it is only published.</param>
internal sealed record NewKey(
    string Id, KeyPurpose Purpose, string Algorithm, TimeSpan Ahead, TimeSpan Period, string? PublicJwk = null, byte[]? CheckValue = null, byte[]? Sealed = null)
{
    public override string ToString() => $"{Purpose} {Id}";
}
