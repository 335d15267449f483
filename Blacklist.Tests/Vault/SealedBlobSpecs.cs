using System.Security.Cryptography;
using Blacklist.Api.Vault;
using Blacklist.Api.Vault.Keys;
using static Blacklist.Tests.Vault.VaultSamples;

namespace Blacklist.Tests.Vault;

public sealed class SealedBlobSpecs
{
    private static readonly KeyRing Keys = Ring();
    private static readonly byte[] Blob = SealedBlob.Seal(Keys, "question"u8, "check 1"u8);

    [Fact]
    public void A_blob_opens_to_what_was_sealed() => SealedBlob.Open(Keys, Blob, "check 1"u8).ShouldBe("question"u8.ToArray());

    /// <summary>Sealed by an older version of the service with the same keys.</summary>
    [Fact]
    public void A_blob_with_a_key_of_its_own_still_opens() => SealedBlob.Open(Keys, Convert.FromHexString(
        "0100000001cb6b5c07296ad0c02a58a1d6c1d8023804436d50c66307404c1fc95675af81ab8c64ac085ce2301ae6f8e7f55b8d0e868ce75109beb0e6f8e605cabd53"
        + "3805d032e94c8589d4b39d1c5294aeb1896b24104ea624af2dcfd94e3b923bdebd5279"), "check 1"u8).ShouldBe("question"u8.ToArray());

    [Fact]
    public void The_same_content_never_looks_the_same_twice() =>
        Enumerable.Range(0, 500).Select(_ => Convert.ToHexString(SealedBlob.Seal(Keys, "question"u8, "check 1"u8)[65..77])).Distinct().Count().ShouldBe(500);

    [Fact]
    public void Nothing_can_be_sealed_too() =>
        SealedBlob.Open(Keys, SealedBlob.Seal(Keys, [], []), []).ShouldBeEmpty();

    [Fact]
    public void A_blob_belongs_to_its_associated_data_only() => Refused(Blob, "check 2"u8.ToArray());

    [Fact]
    public void Every_changed_byte_is_noticed()
    {
        for (var i = 0; i < Blob.Length; i++)
            Refused([.. Blob[..i], (byte)(Blob[i] ^ 1), .. Blob[(i + 1)..]], "check 1"u8.ToArray());
    }

    [Fact]
    public void A_cut_blob_does_not_open()
    {
        for (var length = 0; length < Blob.Length; length++)
            Refused(Blob[..length], "check 1"u8.ToArray());
    }

    [Fact]
    public void It_costs_93_bytes_more_than_its_content() => Blob.Length.ShouldBe("question".Length + 93);

    private static void Refused(byte[] blob, byte[] associated) =>
        Should.Throw<CryptographicException>(() => SealedBlob.Open(Keys, blob, associated));
}
