using System.Security.Cryptography;
using Blacklist.Api.Receipts;
using Blacklist.Api.Receipts.Roots;
using Blacklist.Domain.Receipts;

namespace Blacklist.Api.Audit.Verification;

/// <summary>One root as it is stored.</summary>
/// <param name="MayBeDropped">It was signed before the end of a month whose entries were dropped: those that are gone are gone rightly.</param>
internal sealed record StoredRoot(Guid Chain, long Number, byte[] Previous, byte[] Head, byte[] Leaves, string Kid, byte[] Signature, bool MayBeDropped);

/// <summary>An entry as its columns say it, and where it stands.</summary>
internal sealed record StoredEntry(long Number, int Leaf, AuditEntry Entry);

/// <summary>What the next root has to follow.</summary>
internal sealed record RootLink(long Number, byte[] Head)
{
    public static readonly RootLink Beginning = new(0, new byte[MerkleTree.HashSize]);
}

/// <summary>Whether a root is what was signed, follows the one before it, and has all its entries as they were.</summary>
internal sealed class RootCheck(StoredRoot root, ReceiptKeys keys)
{
    /// <returns>What is different, to be read after the root's number; null when nothing is.</returns>
    public string? Difference(RootLink last, ReceiptChain anchored, IReadOnlyList<StoredEntry> entries)
    {
        if (root.Number != last.Number + 1)
        {
            return $": root {last.Number + 1} is gone";
        }

        if (!root.Previous.AsSpan().SequenceEqual(last.Head))
        {
            return ": it does not follow the root before it";
        }

        return Entry(entries) ?? Signature(anchored);
    }

    private string? Entry(IReadOnlyList<StoredEntry> entries)
    {
        Span<byte> hash = stackalloc byte[MerkleTree.HashSize];
        var there = entries.DistinctBy(entry => entry.Leaf).ToDictionary(entry => entry.Leaf);
        var leaves = root.Leaves.Length / MerkleTree.HashSize;
        for (var leaf = 0; leaf < leaves; leaf++)
        {
            if (!there.TryGetValue(leaf, out var stored))
            {
                if (root.MayBeDropped)
                {
                    continue;
                }

                return $", entry {leaf}: it is gone";
            }

            AuditEntry.Hash(stored.Entry.Text(), hash);
            if (!hash.SequenceEqual(root.Leaves.AsSpan(leaf * MerkleTree.HashSize, MerkleTree.HashSize)))
            {
                return $", entry {leaf}: it is not what was recorded";
            }
        }

        var stray = entries.FirstOrDefault(entry => entry.Leaf >= leaves) ?? (entries.Count > leaves ? entries[^1] : null);
        return stray is null ? null : $", entry {stray.Leaf}: it was never recorded";
    }

    private string? Signature(ReceiptChain anchored)
    {
        var tree = new MerkleTree(root.Leaves);
        var statement = new RootStatement(root.Chain, root.Number, root.Previous, tree.Root.ToArray(), tree.Leaves, Position: 0, RootStatement.OfAudit);
        if (!statement.Head().AsSpan().SequenceEqual(root.Head))
        {
            return ": it is not what was signed";
        }

        if (keys.Find(root.Kid) is not { } key)
        {
            return ": nobody knows the key of its signature";
        }

        lock (key)
        {
            if (!key.Security.ECDsa.VerifyData(statement.Bytes.Span, root.Signature, HashAlgorithmName.SHA256))
            {
                return ": the signature is not that of the registry";
            }
        }

        return root.Number == anchored.Last && Convert.ToHexStringLower(root.Head) != anchored.Head ? ": the event log knows another" : null;
    }
}
