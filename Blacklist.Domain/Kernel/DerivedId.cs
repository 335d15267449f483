using System.Security.Cryptography;

namespace Blacklist.Domain.Kernel;

/// <summary>Ids that follow from what they are of (RFC 9562, version 8, over SHA-256): whoever makes one again makes the same.</summary>
public static class DerivedId
{
    public static Guid Of(ReadOnlySpan<byte> content)
    {
        var hash = SHA256.HashData(content).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
