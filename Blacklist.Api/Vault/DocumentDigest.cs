using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Blacklist.Api.Vault;

/// <summary>Keyed digest of a document's type and number: 32 bytes, by value, made to be a dictionary's key.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct DocumentDigest(ReadOnlySpan<byte> bytes) : IEquatable<DocumentDigest>
{
    private readonly ulong _a = BinaryPrimitives.ReadUInt64BigEndian(bytes);
    private readonly ulong _b = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
    private readonly ulong _c = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
    private readonly ulong _d = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..Digester.Size]);

    public static bool operator ==(DocumentDigest left, DocumentDigest right) => left.Equals(right);

    public static bool operator !=(DocumentDigest left, DocumentDigest right) => !left.Equals(right);

    public bool Equals(DocumentDigest other) => _a == other._a && _b == other._b && _c == other._c && _d == other._d;

    public override bool Equals(object? obj) => obj is DocumentDigest other && Equals(other);

    /// <summary>The digest is keyed and uniform: any of its bits will do.</summary>
    public override int GetHashCode() => (int)_a;

    public void CopyTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, _a);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], _b);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], _c);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[24..], _d);
    }

    public byte[] ToArray()
    {
        var copy = new byte[Digester.Size];
        CopyTo(copy);
        return copy;
    }

    public override string ToString() => $"{(uint)(_a >> 32):x8}…";
}
