using System.Security.Cryptography;
using Blacklist.Api.Receipts.Roots;

namespace Blacklist.Tests.Receipts;

public sealed class MerkleTreeSpecs
{
    /// <summary>The leaves and roots with which Certificate Transparency's implementations are tested (RFC 6962, RFC 9162).</summary>
    private static readonly string[] Data = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    [Theory]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void The_root_is_that_of_the_published_vectors(int leaves, string root)
    {
        var hashes = new byte[leaves * MerkleTree.HashSize];
        for (var leaf = 0; leaf < leaves; leaf++)
        {
            MerkleTree.HashLeaf([0, .. Convert.FromHexString(Data[leaf])], hashes.AsSpan(leaf * MerkleTree.HashSize));
        }

        Convert.ToHexStringLower(new MerkleTree(hashes).Root).ShouldBe(root);
    }

    [Fact]
    public void The_root_is_that_of_the_definition_for_every_number_of_leaves()
    {
        for (var leaves = 1; leaves <= 300; leaves++)
        {
            new MerkleTree(Leaves(leaves)).Root.SequenceEqual(Defined(Leaves(leaves))).ShouldBeTrue($"{leaves} leaves");
        }
    }

    [Fact]
    public void Each_leaf_is_proved_at_its_own_place_and_at_no_other()
    {
        for (var leaves = 1; leaves <= 70; leaves++)
        {
            var tree = new MerkleTree(Leaves(leaves));
            for (var leaf = 0; leaf < leaves; leaf++)
            {
                var proof = new Proof(Leaves(leaves).AsSpan(leaf * MerkleTree.HashSize, MerkleTree.HashSize).ToArray(), tree.PathOf(leaf), tree.Root.ToArray());
                Enumerable.Range(0, leaves).Where(place => proof.Holds(place, leaves)).ShouldBe([leaf]);
                proof.Holds(leaf + leaves, leaves).ShouldBeFalse();
                proof.Holds(-1, leaves).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public void A_path_that_is_longer_or_shorter_or_changed_proves_nothing()
    {
        for (var leaves = 1; leaves <= 40; leaves++)
        {
            var tree = new MerkleTree(Leaves(leaves));
            for (var leaf = 0; leaf < leaves; leaf++)
            {
                var proof = new Proof(Leaves(leaves).AsSpan(leaf * MerkleTree.HashSize, MerkleTree.HashSize).ToArray(), tree.PathOf(leaf), tree.Root.ToArray());
                proof.Otherwise().Where(wrong => wrong.Holds(leaf, leaves)).ShouldBeEmpty();
            }
        }
    }

    private static byte[] Leaves(int count) => [.. Enumerable.Range(0, count).SelectMany(leaf => SHA256.HashData([0, (byte)leaf, (byte)(leaf >> 8)]))];

    /// <summary>RFC 9162 §2.1.1, word by word.</summary>
    private static byte[] Defined(ReadOnlySpan<byte> leaves)
    {
        var count = leaves.Length / MerkleTree.HashSize;
        if (count == 1)
        {
            return leaves.ToArray();
        }

        var split = 1;
        while (split * 2 < count)
        {
            split *= 2;
        }

        return SHA256.HashData([1, .. Defined(leaves[..(split * MerkleTree.HashSize)]), .. Defined(leaves[(split * MerkleTree.HashSize)..])]);
    }

    private sealed record Proof(byte[] Leaf, byte[] Path, byte[] Root)
    {
        public bool Holds(int place, int leaves) => MerkleTree.Proves(Leaf, place, leaves, Path, Root);

        public IEnumerable<Proof> Otherwise()
        {
            yield return this with { Path = [.. Path, .. Root] };
            yield return this with { Path = [.. Path, 0] };
            yield return this with { Leaf = SHA256.HashData(Leaf) };
            for (var place = 0; place < Path.Length; place += 7)
            {
                var changed = Path.ToArray();
                changed[place] ^= 1;
                yield return this with { Path = changed };
            }

            if (Path.Length > 0)
            {
                yield return this with { Path = Path[MerkleTree.HashSize..] };
                yield return this with { Path = Path[..^MerkleTree.HashSize] };
            }
        }
    }
}
