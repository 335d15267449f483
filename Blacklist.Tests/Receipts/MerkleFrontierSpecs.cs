using Blacklist.Api.Receipts.Roots;

namespace Blacklist.Tests.Receipts;

public sealed class MerkleFrontierSpecs
{
    private static byte[] Leaf(int number) => [(byte)number, 0, 7];

    [Fact]
    public void It_has_the_root_of_the_tree_over_the_same_leaves()
    {
        var hashes = new List<byte>();
        var frontier = new MerkleFrontier(0, []);
        for (var leaves = 1; leaves <= 70; leaves++)
        {
            hashes.AddRange(System.Security.Cryptography.SHA256.HashData([0, .. Leaf(leaves)]));
            frontier.Add(Leaf(leaves));
            frontier.Root.ShouldBe(new MerkleTree([.. hashes]).Root.ToArray(), $"{leaves} leaves");
        }
    }

    [Fact]
    public void It_goes_on_from_what_was_kept_of_it()
    {
        var whole = new MerkleFrontier(0, []);
        var kept = new MerkleFrontier(0, []);
        for (var leaf = 0; leaf < 70; leaf++)
        {
            whole.Add(Leaf(leaf));
            kept = new MerkleFrontier(leaf, kept.ToArray());
            kept.Add(Leaf(leaf));
        }

        kept.Root.ShouldBe(whole.Root);
        kept.ToArray().Length.ShouldBe(3 * MerkleTree.HashSize, "70 leaves are complete parts of 64, 4 and 2");
    }

    [Fact]
    public void Parts_of_another_number_of_leaves_are_refused() =>
        Should.Throw<InvalidDataException>(() => new MerkleFrontier(3, new byte[MerkleTree.HashSize]));
}
