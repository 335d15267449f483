namespace Blacklist.Api.Receipts.Roots;

/// <summary>
/// Signs one root after the other, each naming the one before. One writer has it alone, so it never forks: after an outcome that is not
/// known nobody can tell what the next root would follow, and another chain begins.
/// </summary>
internal sealed class RootChain(ReceiptKeys keys, string format = RootStatement.OfReceipts)
{
    private Guid _chain = Guid.CreateVersion7();
    private long _number;
    private byte[] _head = new byte[MerkleTree.HashSize];

    /// <summary>The next root; it is none until <see cref="Stored"/> says so and may be signed again with other leaves.</summary>
    /// <param name="position">Every answer saw the log at least up to here; 0 where nothing is said of it.</param>
    public SignedRoot Sign(ReadOnlySpan<byte> leafHashes, long position)
    {
        var tree = new MerkleTree(leafHashes);
        var statement = new RootStatement(_chain, _number + 1, _head, tree.Root.ToArray(), tree.Leaves, position, format);
        var (kid, signature) = keys.Sign(statement.Bytes.Span);
        return new SignedRoot(tree, statement, statement.Head(), kid, signature);
    }

    public void Stored(SignedRoot root) => (_number, _head) = (root.Statement.Number, root.Head);

    /// <summary>The last root may be stored or not.</summary>
    public void StartAnew() => (_chain, _number, _head) = (Guid.CreateVersion7(), 0, new byte[MerkleTree.HashSize]);
}
