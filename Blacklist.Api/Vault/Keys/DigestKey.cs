using Blacklist.Domain.Identity;

namespace Blacklist.Api.Vault.Keys;

/// <summary>Makes the digests under which the database finds persons again, by their documents and by their names.</summary>
internal sealed class DigestKey(VaultKey key)
{
    private readonly Digester _documents = new(KeyRing.Derive(key, "document-digest"));
    private readonly Digester _names = new(KeyRing.Derive(key, "request-mac")); // its name from when one key did both; a stored name, so it stays

    public string Id { get; } = key.Id;

    public DocumentDigest Of(IdentityDocument document) => _documents.DigestOf(document);

    /// <summary>Of what a name is found by.</summary>
    public void OfName(ReadOnlySpan<byte> text, Span<byte> digest) => _names.Digest(text, digest);

    public override string ToString() => Id;
}

/// <summary>What never leaves the memory of a process is digested with, and requests that are compared later, not looked up by what they say.</summary>
internal sealed class RequestKey(VaultKey key)
{
    public string Id { get; } = key.Id;

    public Digester Requests { get; } = new(KeyRing.Derive(key, "request-mac"));

    public Digester Memory { get; } = new(KeyRing.Derive(key, "memory-digest"));
}
