using System.Buffers.Binary;
using System.Security.Cryptography;
using Blacklist.Api.Vault.Keys;

namespace Blacklist.Api.Vault;

/// <summary>
/// Personal data kept beside the log, in one array: version (1) · master key (4) · wrapped data key (60) · sealed bytes. In version 1 each blob
/// has a data key of its own that is bound to what the blob belongs to; from version 2 on a data key serves many blobs, and the sealed bytes alone
/// are bound.
/// </summary>
internal static class SealedBlob
{
    public const int Overhead = HeaderSize + MasterKey.WrappedSize + Envelope.Overhead;

    private const byte KeyOfItsOwn = 1;
    private const byte SharedKey = 2;
    private const int HeaderSize = 5;
    private const int KeyEnd = HeaderSize + MasterKey.WrappedSize;

    public static byte[] Seal(KeyRing keys, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated)
    {
        var blob = new byte[Overhead + plain.Length];
        var master = keys.Master;
        blob[0] = SharedKey;
        BinaryPrimitives.WriteUInt32BigEndian(blob.AsSpan(1), master.Number);
        var key = keys.BlobKey(master, blob.AsSpan(0, HeaderSize));
        key.Wrapped.CopyTo(blob, HeaderSize);
        Envelope.Seal(key.Cipher, plain, Bind(blob, associated), blob.AsSpan(KeyEnd));
        return blob;
    }

    /// <summary>The number of the master key under which it is sealed.</summary>
    public static uint MasterOf(ReadOnlySpan<byte> blob) => BinaryPrimitives.ReadUInt32BigEndian(blob[1..]);

    /// <exception cref="CryptographicException">The blob was changed, or sealed with other associated data.</exception>
    public static byte[] Open(KeyRing keys, ReadOnlySpan<byte> blob, ReadOnlySpan<byte> associated)
    {
        if (blob.Length < Overhead || blob[0] is not (KeyOfItsOwn or SharedKey))
            throw new CryptographicException("This is not a sealed blob of a version that is known.");
        var bound = Bind(blob, associated);
        Span<byte> dataKey = stackalloc byte[VaultKey.Size];
        keys.MasterNamed(BinaryPrimitives.ReadUInt32BigEndian(blob[1..]))
            .Unwrap(blob[HeaderSize..KeyEnd], blob[0] == KeyOfItsOwn ? bound : blob[..HeaderSize], dataKey);
        using var cipher = Envelope.Cipher(dataKey);
        CryptographicOperations.ZeroMemory(dataKey);
        var plain = new byte[blob.Length - Overhead];
        Envelope.Open(cipher, blob[KeyEnd..], bound, plain);
        return plain;
    }

    private static byte[] Bind(ReadOnlySpan<byte> blob, ReadOnlySpan<byte> associated) => [.. blob[..HeaderSize], .. "blob"u8, .. associated];
}
