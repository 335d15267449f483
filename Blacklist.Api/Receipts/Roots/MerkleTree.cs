using System.Security.Cryptography;

namespace Blacklist.Api.Receipts.Roots;

/// <summary>
/// The tree of RFC 9162 §2.1 over leaf hashes: SHA-256, a zero byte before a leaf and a one before two nodes, so that no leaf can be
/// taken for a node. A last node without a neighbour goes up as it is, which gives the same tree as the RFC's splitting at powers of two.
/// </summary>
internal sealed class MerkleTree
{
    public const int HashSize = 32;

    private readonly byte[] _nodes;

    /// <param name="leaves">Their hashes (<see cref="HashLeaf"/>) one after the other; at least one.</param>
    public MerkleTree(ReadOnlySpan<byte> leaves)
    {
        Leaves = leaves.Length / HashSize;
        var all = 1;
        for (var width = Leaves; width > 1; width = Above(width))
        {
            all += width;
        }

        _nodes = new byte[all * HashSize];
        leaves.CopyTo(_nodes);
        var below = 0;
        for (var width = Leaves; width > 1; width = Above(width))
        {
            Fill(below, width);
            below += width;
        }
    }

    public int Leaves { get; }

    public ReadOnlySpan<byte> Root => _nodes.AsSpan(^HashSize..);

    /// <summary>The leaf hashes the tree was made of.</summary>
    public byte[] LeafHashes => _nodes[..(Leaves * HashSize)];

    public static void HashLeaf(ReadOnlySpan<byte> withLeadingZero, Span<byte> hash) => SHA256.HashData(withLeadingZero, hash);

    /// <summary>The neighbours on the way from a leaf to the root, lowest first, one after the other (§2.1.3.1).</summary>
    public byte[] PathOf(int leaf)
    {
        Span<byte> path = stackalloc byte[32 * HashSize];
        var (length, below) = (0, 0);
        for (var width = Leaves; width > 1; width = Above(width))
        {
            if ((leaf ^ 1) < width)
            {
                Node(below + (leaf ^ 1)).CopyTo(path[length..]);
                length += HashSize;
            }

            (leaf, below) = (leaf >> 1, below + width);
        }

        return path[..length].ToArray();
    }

    /// <summary>Whether a leaf at a place of a tree of a size comes to the root along the path (§2.1.3.2).</summary>
    public static bool Proves(ReadOnlySpan<byte> leafHash, int leaf, int leaves, ReadOnlySpan<byte> path, ReadOnlySpan<byte> root)
    {
        if (leaf < 0 || leaf >= leaves || path.Length % HashSize != 0)
        {
            return false;
        }

        Span<byte> hash = stackalloc byte[HashSize];
        leafHash.CopyTo(hash);
        var (place, last) = (leaf, leaves - 1);
        for (; !path.IsEmpty; path = path[HashSize..])
        {
            if (last == 0)
            {
                return false;
            }

            if ((place & 1) == 1 || place == last)
            {
                Pair(path[..HashSize], hash, hash);
                while ((place & 1) == 0 && place != 0)
                {
                    (place, last) = (place >> 1, last >> 1);
                }
            }
            else
            {
                Pair(hash, path[..HashSize], hash);
            }

            (place, last) = (place >> 1, last >> 1);
        }

        return last == 0 && hash.SequenceEqual(root);
    }

    private static int Above(int width) => (width + 1) / 2;

    private static void Pair(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> hash)
    {
        Span<byte> both = stackalloc byte[1 + (2 * HashSize)];
        both[0] = 1;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + HashSize)..]);
        SHA256.HashData(both, hash);
    }

    private void Fill(int below, int width)
    {
        for (var left = 0; left < width; left += 2)
        {
            var above = Node(below + width + (left / 2));
            if (left + 1 < width)
            {
                Pair(Node(below + left), Node(below + left + 1), above);
            }
            else
            {
                Node(below + left).CopyTo(above);
            }
        }
    }

    private Span<byte> Node(int place) => _nodes.AsSpan(place * HashSize, HashSize);
}
