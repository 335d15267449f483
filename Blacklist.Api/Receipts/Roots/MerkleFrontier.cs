using System.Numerics;
using System.Security.Cryptography;

namespace Blacklist.Api.Receipts.Roots;

/// <summary>
/// The tree of <see cref="MerkleTree"/> while its leaves come one after the other: it keeps the roots of the complete parts only, one for each
/// bit of the number of leaves, so that millions of leaves take a few hundred bytes.
/// </summary>
internal sealed class MerkleFrontier
{
    private readonly Stack<byte[]> _parts;
    private uint _leaves;

    /// <param name="leaves">How many it has.</param>
    /// <param name="parts">As <see cref="ToArray"/> wrote them.</param>
    public MerkleFrontier(int leaves, ReadOnlySpan<byte> parts)
    {
        _leaves = (uint)leaves;
        _parts = new Stack<byte[]>(32);
        if (parts.Length != BitOperations.PopCount(_leaves) * MerkleTree.HashSize)
        {
            throw new InvalidDataException("The parts are not those of a tree of so many leaves.");
        }

        for (; !parts.IsEmpty; parts = parts[MerkleTree.HashSize..])
        {
            _parts.Push(parts[..MerkleTree.HashSize].ToArray());
        }
    }

    /// <summary>Of at least one leaf.</summary>
    public byte[] Root => _parts.Aggregate((right, left) => Pair(left, right));

    /// <param name="leaf">The leaf's content; hashed as RFC 9162 hashes leaves.</param>
    public void Add(ReadOnlySpan<byte> leaf)
    {
        var withZero = new byte[1 + leaf.Length];
        leaf.CopyTo(withZero.AsSpan(1));
        var part = SHA256.HashData(withZero);
        for (var complete = _leaves++; (complete & 1) == 1; complete >>= 1)
        {
            part = Pair(_parts.Pop(), part);
        }

        _parts.Push(part);
    }

    /// <summary>The parts, largest first.</summary>
    public byte[] ToArray() => [.. _parts.Reverse().SelectMany(part => part)];

    private static byte[] Pair(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);
}
