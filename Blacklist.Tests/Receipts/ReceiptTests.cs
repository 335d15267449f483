using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Blacklist.Api.Receipts;
using Blacklist.Api.Receipts.Roots;
using Blacklist.Tests.Vault;

namespace Blacklist.Tests.Receipts;

/// <summary>The receipt of an answer, over HTTP.</summary>
public sealed class ReceiptTests(ReceiptNodes nodes) : IClassFixture<ReceiptNodes>
{
    private const string Verify = "/public/v1/receipts/verify";

    private readonly Story _story = nodes.First.Story;

    [Fact]
    public async Task A_receipt_holds_the_very_bytes_that_were_answered()
    {
        var answer = await _story.Check(ReceiptNodes.Listed, nodes.Number);

        var receipt = JsonNode.Parse(ReceiptNodes.BytesOf(answer))!;

        Encoding.UTF8.GetString(Base64Url.DecodeFromChars(receipt["answer"]!.GetValue<string>())).ShouldBe(ReceiptNodes.AnswerOf(answer));
        receipt["statement"]!["position"]!.GetValue<long>().ShouldBe(answer.Body["logPosition"]!.GetValue<long>());
    }

    [Fact]
    public async Task The_same_receipt_is_given_again_on_every_node()
    {
        var key = Guid.NewGuid().ToString();
        var answer = await _story.Check("慕容复", ResidentIds.Of(500), key: key);
        var receipt = Encoding.UTF8.GetString(ReceiptNodes.BytesOf(answer));

        (await _story.Check("慕容复", ResidentIds.Of(500), key: key)).Text.ShouldBe(answer.Text);
        foreach (var node in new[] { nodes.First, nodes.Second })
        {
            (await node.Story.Clerk.Get($"{Story.Checks}/{answer["checkId"]}")).Text.ShouldBe(answer.Text);
            (await node.Story.Clerk.Get($"{Story.Checks}/{answer["checkId"]}/receipt")).ShouldBe(HttpStatusCode.OK).Text.ShouldBe(receipt);
        }
    }

    [Fact]
    public async Task Keys_used_before_in_the_same_commit_leave_the_other_receipts_true()
    {
        var keys = Enumerable.Range(0, 20).Select(_ => Guid.NewGuid().ToString()).ToList();
        var first = await Task.WhenAll(keys.Select(key => _story.Check("慕容复", ResidentIds.Of(501), key: key)));
        var again = await Task.WhenAll(keys.Zip(first).SelectMany(known => new[]
        {
            _story.Check("慕容复", ResidentIds.Of(501), key: known.First), _story.Check("慕容复", ResidentIds.Of(502)),
        }));

        again.Where((_, place) => place % 2 == 0).Select(answer => answer.Text).ShouldBe(first.Select(answer => answer.Text));
        foreach (var answer in again)
        {
            nodes.Second.Service<ReceiptVerifier>().Verify(ReceiptNodes.BytesOf(answer)).Flaw.ShouldBeNull();
            (await _story.Clerk.Get($"{Story.Checks}/{answer["checkId"]}")).Text.ShouldBe(answer.Text);
        }
    }

    [Fact]
    public async Task An_approval_may_rely_on_an_eligible_answer_for_the_days_of_the_procedure_and_on_no_other()
    {
        Until(await _story.Check("慕容复", ResidentIds.Of(503))).ShouldBe("2026-12-01");
        Until(await _story.Check(ReceiptNodes.Listed, nodes.Number)).ShouldBeNull();
        Until(await _story.Check("赵秀英", nodes.Number)).ShouldBeNull();
    }

    [Fact]
    public async Task Anybody_may_ask_whether_a_receipt_is_genuine()
    {
        var answer = await _story.Check("慕容复", ResidentIds.Of(504));

        var verified = await Ask(ReceiptNodes.BytesOf(answer));

        verified["genuine"].ShouldBe("true");
        verified["checkId"].ShouldBe(answer["checkId"]);
        verified["verdict"].ShouldBe("eligible");
        verified["reliableUntil"].ShouldBe("2026-12-01");
        verified["mayBeReliedOn"].ShouldBe("true");
        verified["reference"]!.ShouldStartWith("blacklist-receipt-1:");
    }

    [Fact]
    public async Task A_receipt_that_was_altered_is_not_genuine()
    {
        var receipt = JsonNode.Parse(nodes.Receipts[^1])!;
        receipt["reliableUntil"] = "2027-12-01";

        var verified = await Ask(Encoding.UTF8.GetBytes(receipt.ToJsonString()));

        verified["genuine"].ShouldBe("false");
        verified["flaw"].ShouldBe("notInTree");
        verified.Body["verdict"].ShouldBeNull();
    }

    [Fact]
    public async Task What_is_no_receipt_at_all_is_refused()
    {
        using var nobody = ApiCaller.Anonymous(nodes.First.Url);
        (await nobody.Post(Verify, "{}", key: null)).ShouldBeRefused(HttpStatusCode.BadRequest, "missing_field");
        (await nobody.Post(Verify, "a receipt", key: null)).ShouldBeRefused(HttpStatusCode.BadRequest, "malformed_json");
    }

    /// <summary>Also who has stolen the signing key makes no receipt that the registry believes.</summary>
    [Fact]
    public async Task A_root_that_the_registry_never_stored_is_not_genuine_however_well_it_is_signed()
    {
        var chain = new RootChain(nodes.First.Service<ReceiptKeys>());
        var content = new LeafContent("{\"verdict\":\"eligible\"}"u8.ToArray(), new DateOnly(2027, 1, 1), new Commitments("?"u8).ToArray());
        var forged = chain.Sign(content.Hash, position: 1).ReceiptOf(content, leaf: 0).Write();
        nodes.First.Service<ReceiptVerifier>().Verify(forged).Flaw.ShouldBeNull();

        (await Ask(forged))["flaw"].ShouldBe("rootUnknown");
    }

    [Fact]
    public async Task The_QR_code_is_an_image_for_print()
    {
        var answer = await _story.Check("慕容复", ResidentIds.Of(505));

        var image = (await _story.Clerk.Get($"{Story.Checks}/{answer["checkId"]}/receipt.svg")).ShouldBe(HttpStatusCode.OK);

        image.MediaType.ShouldBe("image/svg+xml");
        image.Text.ShouldStartWith("<svg");
    }

    [Theory]
    [InlineData("receipt")]
    [InlineData("receipt.svg")]
    public async Task Who_may_not_see_the_answer_sees_no_receipt(string what)
    {
        var answer = await _story.Check("慕容复", ResidentIds.Of(506));

        (await nodes.First.As(ApiClientSamples.ClerkElsewhere).Get($"{Story.Checks}/{answer["checkId"]}/{what}")).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task An_answer_older_than_receipts_has_none()
    {
        var answer = await _story.Check("慕容复", ResidentIds.Of(507));
        await nodes.Database.Owner.Execute($"UPDATE registry.eligibility_checks SET root_chain = NULL, root_number = NULL, leaf = NULL, commitments = NULL WHERE id = '{answer["checkId"]}'");

        (await _story.Clerk.Get($"{Story.Checks}/{answer["checkId"]}")).Text.ShouldBe(ReceiptNodes.AnswerOf(answer)[..^1] + ",\"receipt\":null}");
        (await _story.Clerk.Get($"{Story.Checks}/{answer["checkId"]}/receipt")).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
    }

    [NodeFact]
    public async Task Who_has_the_number_or_the_request_proves_whom_and_what_the_receipt_is_about()
    {
        using var folder = new TemporaryDataFolder();
        var (keys, receipt, request) = (await nodes.SaveKeys(folder.Path), Path.Combine(folder.Path, "receipt.json"), Path.Combine(folder.Path, "request.json"));
        var question = Story.AQuestion("150602", charitable: false, Story.AnApplicant("张三丰", number: null), Story.AnApplicant("慕容复", ResidentIds.Of(508))).ToJsonString();
        await File.WriteAllTextAsync(request, question);
        await File.WriteAllBytesAsync(receipt, ReceiptNodes.BytesOf(await _story.Clerk.Post(Story.Checks, question, key: null)));

        (await StandAloneVerifier.Run(keys, null, receipt, "--document", "residentId", ResidentIds.Of(508), "--name", "张三丰", "--question", request)).Code.ShouldBe(0);
        var (code, said) = await StandAloneVerifier.Run(keys, null, receipt, "--document", "residentId", ResidentIds.Of(509));
        code.ShouldBe(1);
        said.ShouldContain("no: it is about the holder of the document");
    }

    [Fact]
    public void A_number_is_not_to_be_read_from_its_digest_and_never_makes_the_same_twice()
    {
        var (one, other) = (new Commitments("same"u8), new Commitments("same"u8));
        one.Commit("residentId"u8, "70000019851231003X"u8);
        other.Commit("residentId"u8, "70000019851231003X"u8);

        one.ToArray().ShouldNotBe(other.ToArray());
        var salt = one.ToArray()[..Commitments.SaltSize];
        one.ToArray()[^32..].ShouldNotBe(SHA256.HashData([0, 0, 0, .. salt, .. "residentId\070000019851231003X"u8]), "20 bits are hidden");
    }

    [Fact]
    public async Task The_receipt_of_two_hundred_applicants_has_a_digest_for_each_and_all_differ()
    {
        var applicants = Enumerable.Range(0, 200).Select(place => Story.AnApplicant("慕容复", ResidentIds.Of(510 + place))).ToArray();
        var answer = await _story.Clerk.Post(Story.Checks, Story.AQuestion("150602", charitable: false, [.. applicants]));

        var subjects = answer.ShouldBe(HttpStatusCode.OK).Body["receipt"]!["subjects"]!.AsArray();

        subjects.Select(digests => digests!.AsArray().ShouldHaveSingleItem()!.ToString()).Distinct().Count().ShouldBe(200);
        (await Ask(ReceiptNodes.BytesOf(answer)))["genuine"].ShouldBe("true");
    }

    private async Task<ApiAnswer> Ask(byte[] receipt)
    {
        using var nobody = ApiCaller.Anonymous(nodes.Second.Url);
        return (await nobody.Post(Verify, Encoding.UTF8.GetString(receipt), key: null)).ShouldBe(HttpStatusCode.OK);
    }

    private static string? Until(ApiAnswer answer) => answer.Body["receipt"]!["reliableUntil"]?.ToString();
}
