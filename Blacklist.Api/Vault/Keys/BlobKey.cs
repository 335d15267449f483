using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Blacklist.Api.Vault.Keys;

/// <summary>
/// A data key with which one thread seals many blobs: making a key costs three times what sealing costs. Random nonces allow far more than
/// <see cref="MostBlobs"/> (NIST SP 800-38D §8.3).
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "The cipher lives as long as the process, or until the collector finds that it is used up.")]
internal sealed class BlobKey
{
    private const int MostBlobs = 1 << 20;

    private readonly uint _master;
    private int _left = MostBlobs;

    /// <param name="wrapping">What the wrapped key is bound to.</param>
    public BlobKey(MasterKey master, ReadOnlySpan<byte> wrapping)
    {
        Span<byte> key = stackalloc byte[VaultKey.Size];
        RandomNumberGenerator.Fill(key);
        master.Wrap(key, wrapping, Wrapped);
        Cipher = Envelope.Cipher(key);
        CryptographicOperations.ZeroMemory(key);
        _master = master.Number;
    }

    public AesGcm Cipher { get; }

    /// <summary>The key as it stands in each blob.</summary>
    public byte[] Wrapped { get; } = new byte[MasterKey.WrappedSize];

    public bool IsUnder(MasterKey master) => _master == master.Number;

    /// <summary>One more blob is sealed with it; false when it is used up.</summary>
    public bool Serves() => _left-- > 0;
}
