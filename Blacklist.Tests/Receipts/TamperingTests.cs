using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Blacklist.Api.Receipts;

namespace Blacklist.Tests.Receipts;

/// <summary>A true receipt is accepted and every altered one refused, by the service and by the verifier that shares no code with it.</summary>
public sealed class TamperingTests(ReceiptNodes nodes) : IClassFixture<ReceiptNodes>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly ReceiptVerifier _verifier = nodes.First.Service<ReceiptVerifier>();

    [Fact]
    public void Every_receipt_that_was_given_is_genuine()
    {
        nodes.Receipts.ShouldAllBe(receipt => _verifier.Verify(receipt).Genuine != null);
        nodes.Receipts.Max(Path).ShouldBeGreaterThan(2, "some were recorded together");
    }

    /// <summary>Full size: 1,000,000.</summary>
    [Fact]
    public void No_receipt_with_one_byte_changed_is_accepted()
    {
        var changes = Changes(RunSize.Of(20_000, 1_000_000), seed: 1).ToLookup(altered => _verifier.Verify(altered).Flaw);

        changes[null].ShouldBeEmpty();
        changes.Select(flaw => flaw.Key).ShouldBe([ReceiptFlaw.Malformed, ReceiptFlaw.KeyUnknown, ReceiptFlaw.NotInTree, ReceiptFlaw.SignatureWrong], ignoreOrder: true);
    }

    /// <summary>Full size: 1,000,000.</summary>
    [NodeFact]
    public async Task The_stand_alone_verifier_accepts_what_is_genuine_and_nothing_else()
    {
        using var folder = new TemporaryDataFolder();
        var keys = await nodes.SaveKeys(folder.Path);
        var (genuine, counted) = await StandAloneVerifier.Run(keys, nodes.Receipts, "--batch");
        genuine.ShouldBe(0);
        counted.ShouldEndWith($"{nodes.Receipts.Count} receipts: {{\"genuine\":{nodes.Receipts.Count}}}\n");

        var count = RunSize.Of(500, 1_000_000);
        var (refused, said) = await StandAloneVerifier.Run(keys, Changes(count, seed: 2), "--batch");
        refused.ShouldBe(1);
        said.ShouldStartWith($"{count} receipts: ");
        said.ShouldNotContain("genuine");
        JsonNode.Parse(said[said.IndexOf('{', StringComparison.Ordinal)..])!.AsObject().Sum(flaw => flaw.Value!.GetValue<int>()).ShouldBe(count);
    }

    [Fact]
    public void What_means_the_same_and_is_written_otherwise_is_no_receipt() =>
        Rewritten().Select(altered => _verifier.Verify(altered).Flaw).ShouldAllBe(flaw => flaw == ReceiptFlaw.Malformed);

    [NodeFact]
    public async Task Nor_is_it_one_for_the_stand_alone_verifier()
    {
        using var folder = new TemporaryDataFolder();
        var altered = Rewritten().Where(line => !line.AsSpan().StartsWith("\n"u8)).ToList();
        (await StandAloneVerifier.Run(await nodes.SaveKeys(folder.Path), altered, "--batch")).Said.ShouldBe($"{altered.Count} receipts: {{\"malformed\":{altered.Count}}}\n");
    }

    /// <summary>ECDSA gives two signatures for each: (r, s) and (r, n−s).</summary>
    [Fact]
    public void The_other_signature_that_holds_for_the_same_statement_is_refused()
    {
        var receipt = Parsed();
        var signature = System.Buffers.Text.Base64Url.DecodeFromChars(receipt["signature"]!.GetValue<string>());
        var order = BigInteger.Parse("0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", System.Globalization.NumberStyles.HexNumber);
        var other = (order - new BigInteger(signature.AsSpan(32), isUnsigned: true, isBigEndian: true)).ToByteArray(isUnsigned: true, isBigEndian: true);
        receipt["signature"] = System.Buffers.Text.Base64Url.EncodeToString([.. signature[..32], .. new byte[32 - other.Length], .. other]);

        _verifier.Verify(Encoding.ASCII.GetBytes(receipt.ToJsonString())).Flaw.ShouldBe(ReceiptFlaw.SignatureWrong);
    }

    [Fact]
    public void Parts_of_two_genuine_receipts_make_no_third()
    {
        var other = JsonNode.Parse(nodes.Receipts[0])!.AsObject();
        foreach (var field in Parsed().Select(field => field.Key).Where(field => field is not ("format" or "kid")))
        {
            var mixed = Parsed();
            mixed[field] = other[field]?.DeepClone();
            (mixed.ToJsonString() == Parsed().ToJsonString() || _verifier.Verify(Encoding.ASCII.GetBytes(mixed.ToJsonString())).Flaw is not null).ShouldBeTrue(field);
        }
    }

    /// <summary>33 applicants with 256 documents have as many bytes of digests as one applicant with 257, and one byte to say how many those are.</summary>
    [NodeFact]
    public async Task Digests_of_many_applicants_are_not_those_of_one()
    {
        using var folder = new TemporaryDataFolder();
        var (keys, receipt) = (await nodes.SaveKeys(folder.Path), JsonNode.Parse(ReceiptNodes.BytesOf(await nodes.First.Story.Clerk.Post(Story.Checks, AskedAboutMany())))!);
        var genuine = Encoding.ASCII.GetBytes(receipt.ToJsonString());
        var digests = receipt["subjects"]!.AsArray().SelectMany(subject => subject!.AsArray().Select(digest => System.Buffers.Text.Base64Url.DecodeFromChars(digest!.ToString()))
            .Prepend([(byte)subject.AsArray().Count])).SelectMany(bytes => bytes).Skip(1).Chunk(32);
        receipt["subjects"] = new JsonArray(new JsonArray([.. digests.Select(digest => (JsonNode)System.Buffers.Text.Base64Url.EncodeToString(digest))]));

        (await StandAloneVerifier.Run(keys, [genuine], "--batch")).Said.ShouldEndWith("{\"genuine\":1}\n");
        (await StandAloneVerifier.Run(keys, [Encoding.ASCII.GetBytes(receipt.ToJsonString())], "--batch")).Said.ShouldEndWith("{\"malformed\":1}\n");
    }

    private static JsonObject AskedAboutMany() => Story.AQuestion("150602", charitable: false, [.. Enumerable.Range(0, 33).Select(applicant => new JsonObject
    {
        ["name"] = "慕容复",
        ["position"] = "founder",
        ["documents"] = new JsonArray([.. Enumerable.Range(0, applicant == 0 ? 1 : applicant == 32 ? 7 : 8).Select(document => (JsonNode)new JsonObject
        {
            ["type"] = "passport", ["number"] = $"P{applicant:D3}{document:D4}", ["issuingCountry"] = "USA",
        })]),
    })]);

    private IEnumerable<byte[]> Changes(int count, int seed)
    {
        var random = new Random(seed);
        for (var change = 0; change < count; change++)
        {
            var altered = nodes.Receipts[nodes.Receipts.Count - 1 - random.Next(10)].ToArray();
            altered[random.Next(altered.Length)] ^= (byte)random.Next(1, 256);
            yield return altered;
        }
    }

    private IEnumerable<byte[]> Rewritten()
    {
        var text = Encoding.ASCII.GetString(nodes.Receipts[^1]);
        var last = Parsed();
        var format = last["format"]!.DeepClone();
        last.Remove("format");
        last["format"] = format; // the same fields in another order
        string[] otherwise =
        [
            text + " ", text + "\n", " " + text, text.Replace(",\"leaf\"", ", \"leaf\"", StringComparison.Ordinal),
            text.Replace("blacklist-receipt-1", "\\u0062lacklist-receipt-1", StringComparison.Ordinal),
            text.Replace("\",\"reliableUntil", "=\",\"reliableUntil", StringComparison.Ordinal),
            text.Replace("\"leaf\":", "\"leaf\":0", StringComparison.Ordinal), text.Replace(",\"path\"", ".0,\"path\"", StringComparison.Ordinal),
            text.Replace(",\"path\"", ",\"leaf\":0,\"path\"", StringComparison.Ordinal), text[..^1] + ",\"more\":1}", "\uFEFF" + text,
            last.ToJsonString(), JsonSerializer.Serialize(Parsed(), Indented), TrailingBits(text),
        ];
        return otherwise.Select(Encoding.UTF8.GetBytes);
    }

    /// <summary>32 bytes are 43 letters of 6 bits: the last two bits of the last letter belong to nobody.</summary>
    private static string TrailingBits(string text)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var place = text.IndexOf("\",\"leaves\"", StringComparison.Ordinal) - 1;
        return text[..place] + Letters[Letters.IndexOf(text[place], StringComparison.Ordinal) + 1] + text[(place + 1)..];
    }

    private JsonObject Parsed() => JsonNode.Parse(nodes.Receipts[^1])!.AsObject();

    private static int Path(byte[] receipt) => JsonNode.Parse(receipt)!["path"]!.AsArray().Count;
}
