using System.Buffers.Binary;
using System.Security.Cryptography;
using Blacklist.Api.Vault.Keys;

namespace Blacklist.Api.Vault;

/// <summary>
/// Personal data kept beside the log, in one array: version (1) · master key (4) · wrapped data key (60) · sealed bytes.
/// </summary>
internal static class SealedBlob
{
    public const int Overhead = HeaderSize + MasterKey.WrappedSize + Envelope.Overhead;

    private const int HeaderSize = 5;
    private const int KeyEnd = HeaderSize + MasterKey.WrappedSize;

    public static byte[] Seal(KeyRing keys, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated)
    {
        var blob = new byte[Overhead + plain.Length];
        blob[0] = Envelope.Algorithm;
        BinaryPrimitives.WriteUInt32BigEndian(blob.AsSpan(1), keys.Master.Number);
        var bound = Bind(blob, associated);
        Span<byte> dataKey = stackalloc byte[VaultKey.Size];
        RandomNumberGenerator.Fill(dataKey);
        keys.Master.Wrap(dataKey, bound, blob.AsSpan(HeaderSize, MasterKey.WrappedSize));
        using var cipher = Envelope.Cipher(dataKey);
        CryptographicOperations.ZeroMemory(dataKey);
        Envelope.Seal(cipher, plain, bound, blob.AsSpan(KeyEnd));
        return blob;
    }

    /// <exception cref="CryptographicException">The blob was changed, or sealed with other associated data.</exception>
    public static byte[] Open(KeyRing keys, ReadOnlySpan<byte> blob, ReadOnlySpan<byte> associated)
    {
        if (blob.Length < Overhead || blob[0] != Envelope.Algorithm)
            throw new CryptographicException("This is not a sealed blob of a version that is known.");
        var bound = Bind(blob, associated);
        Span<byte> dataKey = stackalloc byte[VaultKey.Size];
        keys.MasterNamed(BinaryPrimitives.ReadUInt32BigEndian(blob[1..])).Unwrap(blob[HeaderSize..KeyEnd], bound, dataKey);
        using var cipher = Envelope.Cipher(dataKey);
        CryptographicOperations.ZeroMemory(dataKey);
        var plain = new byte[blob.Length - Overhead];
        Envelope.Open(cipher, blob[KeyEnd..], bound, plain);
        return plain;
    }

    private static byte[] Bind(ReadOnlySpan<byte> blob, ReadOnlySpan<byte> associated) => [.. blob[..HeaderSize], .. "blob"u8, .. associated];
}
