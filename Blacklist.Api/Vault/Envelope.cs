using System.Security.Cryptography;

namespace Blacklist.Api.Vault;

/// <summary>AES-256-GCM (NIST SP 800-38D) with a random nonce: nonce, tag, ciphertext in one array.</summary>
internal static class Envelope
{
    /// <summary>Written on every record, so that another algorithm can live beside this one.</summary>
    public const byte Algorithm = 1;

    public const int Overhead = NonceSize + TagSize;

    private const int NonceSize = 12;
    private const int TagSize = 16;

    public static AesGcm Cipher(ReadOnlySpan<byte> key) => new(key, TagSize);

    public static byte[] Seal(AesGcm cipher, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated)
    {
        var sealedBytes = new byte[Overhead + plain.Length];
        Seal(cipher, plain, associated, sealedBytes);
        return sealedBytes;
    }

    public static void Seal(AesGcm cipher, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated, Span<byte> output)
    {
        var nonce = output[..NonceSize];
        Randomness.Fill(nonce);
        cipher.Encrypt(nonce, plain, output[Overhead..], output[NonceSize..Overhead], associated);
    }

    /// <param name="plain">As long as <paramref name="sealedBytes"/> without <see cref="Overhead"/>.</param>
    /// <exception cref="CryptographicException">The bytes, the key or the associated data are not those of sealing.</exception>
    public static void Open(AesGcm cipher, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> associated, Span<byte> plain)
    {
        if (sealedBytes.Length != Overhead + plain.Length)
            throw new CryptographicException("A sealed record has the wrong length.");
        cipher.Decrypt(sealedBytes[..NonceSize], sealedBytes[Overhead..], sealedBytes[NonceSize..Overhead], plain, associated);
    }
}
