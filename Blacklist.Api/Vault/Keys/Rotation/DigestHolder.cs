namespace Blacklist.Api.Vault.Keys.Rotation;

/// <summary>Keeps digests in the database, and makes them anew under another key.</summary>
internal abstract class DigestHolder
{
    /// <summary>Goes through all of them, a page at a time; what is under the key already stays. It may end anywhere and begin anew elsewhere.</summary>
    /// <returns>How many were made anew.</returns>
    public abstract Task<int> MakeAnew(DigestKey key, CancellationToken cancellation);
}
