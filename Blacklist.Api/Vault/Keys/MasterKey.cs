using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Blacklist.Api.Vault.Keys;

/// <summary>Wraps the data keys. Each person's and each blob's data key is its own; only the wrapped form is stored.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "The keys and their ciphers live as long as the process.")]
internal sealed class MasterKey
{
    public const int WrappedSize = VaultKey.Size + Envelope.Overhead;

    private readonly byte[] _wrapping;
    private readonly ThreadLocal<AesGcm> _cipher;

    public MasterKey(VaultKey key)
    {
        Id = key.Id;
        Number = Convert.ToUInt32(key.Id, 16);
        _wrapping = KeyRing.Derive(key, "wrap");
        _cipher = new(() => Envelope.Cipher(_wrapping));
    }

    public string Id { get; }

    /// <summary>The id as a number, for records that carry it in four bytes.</summary>
    public uint Number { get; }

    public void Wrap(ReadOnlySpan<byte> dataKey, ReadOnlySpan<byte> associated, Span<byte> wrapped) =>
        Envelope.Seal(_cipher.Value!, dataKey, associated, wrapped);

    public void Unwrap(ReadOnlySpan<byte> wrapped, ReadOnlySpan<byte> associated, Span<byte> dataKey) =>
        Envelope.Open(_cipher.Value!, wrapped, associated, dataKey);
}
