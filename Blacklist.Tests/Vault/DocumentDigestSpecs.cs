using Blacklist.Api.Vault;
using Blacklist.Api.Vault.Keys;
using Blacklist.Domain.Identity;
using static Blacklist.Tests.Vault.VaultSamples;

namespace Blacklist.Tests.Vault;

public sealed class DocumentDigestSpecs
{
    private static readonly DigestKey Key = Ring().Digests[0];

    /// <summary>A changed digest finds nobody: each of these values stays as it is for ever.</summary>
    [Theory]
    [InlineData(DocumentType.ResidentId, "70000019851231003X", null, "8ca3c8374b00399075d6f28a6761d88cafdcec38b1e92b9bc2aa519a242d3ed9")]
    [InlineData(DocumentType.HkMacaoTravelPermit, "H12345678", null, "da61df9dc1248bfbfeda66c33ede233be2fb2735976165e3d4ff8061bcaa3dfd")]
    [InlineData(DocumentType.TaiwanTravelPermit, "12345678", null, "60ccf6335941c7dcb7eb551436a593b833734e090f541439533c30c612388577")]
    [InlineData(DocumentType.Passport, "E00000001", "CHN", "8df2ef575c146804b400092fc15f51c80af60ae79f3cb1ba4997e6e0b191d7de")]
    public void The_digest_of_a_document_never_changes(DocumentType type, string number, string? country, string digest) =>
        Convert.ToHexStringLower(Key.Of(Document(type, number, country)).ToArray()).ShouldBe(digest);

    [Theory]
    [InlineData("70000019851231003x")]
    [InlineData("７００００019851231003Ｘ")]
    [InlineData("700000851231003")]
    public void Two_writings_of_one_number_have_one_digest(string number) =>
        Digest(DocumentType.ResidentId, number).ShouldBe(Digest(DocumentType.ResidentId, "70000019851231003X"));

    [Fact]
    public void One_number_has_another_digest_for_each_issuer_of_passports() =>
        Digest(DocumentType.Passport, "E00000001", "CHN").ShouldNotBe(Digest(DocumentType.Passport, "E00000001", "FRA"));

    [Fact]
    public void One_number_has_another_digest_for_each_type() =>
        Digest(DocumentType.Passport, "H12345678", "CHN").ShouldNotBe(Digest(DocumentType.HkMacaoTravelPermit, "H12345678"));

    [Fact]
    public void Every_type_of_document_has_a_stored_name()
    {
        foreach (var type in Enum.GetValues<DocumentType>())
            DocumentDigests.StoredName(type).IsEmpty.ShouldBeFalse();
    }

    [Fact]
    public void Another_key_gives_another_digest() =>
        Key.Of(ZhangIdentity.Documents[0]).ShouldNotBe(Ring(2).Digests[0].Of(ZhangIdentity.Documents[0]));

    [Fact]
    public void A_digest_is_the_key_of_a_dictionary_and_survives_storing()
    {
        var digest = Key.Of(ZhangIdentity.Documents[0]);
        var index = new Dictionary<DocumentDigest, string> { [digest] = "found" };

        index[new DocumentDigest(digest.ToArray())].ShouldBe("found");
        index.ShouldNotContainKey(Key.Of(ZhangIdentity.Documents[1]));
    }

    [Fact]
    public void Digesting_takes_no_memory()
    {
        var document = ZhangIdentity.Documents[0];
        Key.Of(document);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1000; i++)
            Key.Of(document);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1000);
    }

    [Fact]
    public async Task Threads_do_not_disturb_each_other()
    {
        var expected = ZhangIdentity.Documents.Select(Key.Of).ToList();

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            Enumerable.Range(0, 2000).All(i => Key.Of(ZhangIdentity.Documents[i % 2]) == expected[i % 2]))));

        all.ShouldAllBe(right => right);
    }

    private static DocumentDigest Digest(DocumentType type, string number, string? country = null) =>
        Key.Of(Document(type, number, country));
}
