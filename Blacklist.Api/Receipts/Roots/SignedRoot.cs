namespace Blacklist.Api.Receipts.Roots;

/// <summary>A tree with the signature of its root: whatever a receipt needs beside its leaf.</summary>
internal sealed record SignedRoot(MerkleTree Tree, RootStatement Statement, byte[] Head, string Kid, byte[] Signature)
{
    /// <summary>As it was stored.</summary>
    public static SignedRoot Restore(Guid chain, long number, byte[] previous, long position, byte[] leaves, string kid, byte[] signature,
        string format = RootStatement.OfReceipts)
    {
        var tree = new MerkleTree(leaves);
        var statement = new RootStatement(chain, number, previous, tree.Root.ToArray(), tree.Leaves, position, format);
        return new SignedRoot(tree, statement, statement.Head(), kid, signature);
    }

    public Receipt ReceiptOf(LeafContent content, int leaf) => new(content, leaf, Tree.PathOf(leaf), Statement, Kid, Signature);
}
