using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Blacklist.Api.Vault;

/// <summary>HMAC-SHA-256 under one key; each thread keeps its own keyed state, so that a digest costs two blocks and no memory.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "The keys and their ciphers live as long as the process.")]
internal sealed class Digester(byte[] key)
{
    public const int Size = HMACSHA256.HashSizeInBytes;

    private readonly ThreadLocal<IncrementalHash> _hash = new(() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key));

    public void Digest(ReadOnlySpan<byte> data, Span<byte> digest)
    {
        var hash = _hash.Value!;
        hash.AppendData(data);
        hash.GetHashAndReset(digest);
    }
}
