using System.Net;
using System.Text.Json.Nodes;

namespace Blacklist.Tests.Api;

/// <summary>Letters over HTTP: each when it is due, refused before, and only for who may read the case.</summary>
public sealed class LetterTests(LetterTests.Fresh fresh) : IClassFixture<LetterTests.Fresh>
{
    private const string Name = "张建国";

    private readonly Story _story = fresh.Node.Story;

    [Fact]
    public async Task The_notice_is_printed_before_it_is_served_and_after()
    {
        var listing = await _story.Proposed(Name, ResidentIds.Of(10));
        ShouldBeALetter(await Letter(listing, "notice"), "列入资格限制记录事先告知书", "次日起5个工作日内");

        (await _story.ServeNotice(listing)).ShouldBe(HttpStatusCode.OK);

        ShouldBeALetter(await Letter(listing, "notice"), "2026年3月16日以前（含当日）");
        (await Letter(listing, "decision")).ShouldBeRefused(HttpStatusCode.Conflict, "letter_not_due");
        (await Letter(listing, "repair")).ShouldBeRefused(HttpStatusCode.Conflict, "letter_not_due");
    }

    [Theory]
    [InlineData("enter", "列入资格限制记录决定书")]
    [InlineData("drop", "不予列入资格限制记录决定书")]
    public async Task The_decision_is_printed_once_it_is_made(string decision, string title)
    {
        var listing = await _story.Noticed(Name, ResidentIds.Of(11));
        (await _story.Decide(listing, decision)).ShouldBe(HttpStatusCode.OK);

        ShouldBeALetter(await Letter(listing, "decision"), title, "鄂民列字〔2026〕1号");
    }

    [Fact]
    public async Task A_letter_says_the_same_whatever_comes_later()
    {
        var listing = await _story.Listed(Name, ResidentIds.Of(12));
        var (notice, decision) = (await Letter(listing, "notice"), await Letter(listing, "decision"));

        (await _story.Repair(listing)).ShouldBe(HttpStatusCode.OK);

        (await Letter(listing, "notice")).Text.ShouldBe(notice.Text);
        (await Letter(listing, "decision")).Text.ShouldBe(decision.Text);
        ShouldBeALetter(await Letter(listing, "repair"), "信用修复决定书", "自2026年11月1日零时起");
    }

    [Fact]
    public async Task A_proposal_that_is_made_again_has_a_notice_of_its_own()
    {
        var organization = await _story.RecordOrganization();
        var persons = await _story.Ban(organization, Story.APerson(Name, ResidentIds.Of(16)));
        var first = (await _story.Propose(organization, persons[0])).ShouldBe(HttpStatusCode.Created);
        (await _story.ServeNotice(first["id"]!)).ShouldBe(HttpStatusCode.OK);
        (await _story.Decide(first["id"]!, "drop")).ShouldBe(HttpStatusCode.OK);

        var again = (await _story.Propose(organization, persons[0])).ShouldBe(HttpStatusCode.Created);

        var notice = await Letter(again["id"]!, "notice");
        ShouldBeALetter(notice, again["number"]!, "次日起5个工作日内");
        notice.Text.ShouldNotContain(first["number"]!);
        (await Letter(again["id"]!, "decision")).ShouldBeRefused(HttpStatusCode.Conflict, "letter_not_due");
    }

    [Fact]
    public async Task After_a_correction_letters_name_the_right_number_and_those_of_before_say_what_they_said()
    {
        var (wrong, right) = (ResidentIds.Of(17), ResidentIds.Of(18));
        var listing = await _story.Noticed(Name, wrong);
        var notice = await Letter(listing, "notice");
        await _story.Link(listing, "correctedNumber", Name, IdentitySteps.ADocument(right));
        (await _story.Decide(listing)).ShouldBe(HttpStatusCode.OK);

        var decision = await Letter(listing, "decision");

        ShouldBeALetter(decision, $"居民身份证尾号{right[^4..]}");
        decision.Text.ShouldNotContain(wrong[^4..]);
        (await Letter(listing, "notice")).Text.ShouldBe(notice.Text);
    }

    [Fact]
    public async Task A_refusal_is_explained_to_the_applicant_who_is_restricted()
    {
        var listing = (await _story.Clerk.Get($"{Story.Listings}/{await _story.Listed(Name, ResidentIds.Of(13))}"))["number"]!;
        var question = Story.AQuestion("150602", charitable: false, Story.AnApplicant("慕容复", ResidentIds.Of(2)), Story.AnApplicant(Name, ResidentIds.Of(13)));
        var check = (await _story.Clerk.Post(Story.Checks, question)).ShouldBe(HttpStatusCode.OK);
        check.Verdict(1).ShouldBe("restricted");

        ShouldBeALetter(await Refusal(check, 1), "资格核查结果说明书", listing, "效力层级：规范性文件", "鄂尔多斯市某某协会");
        (await Refusal(check, 0)).ShouldBeRefused(HttpStatusCode.Conflict, "applicant_not_restricted");
        (await Refusal(check, 2)).ShouldBeRefused(HttpStatusCode.Conflict, "applicant_not_restricted");
        (await Refusal(check, -1)).ShouldBeRefused(HttpStatusCode.Conflict, "applicant_not_restricted");
    }

    [Fact]
    public async Task An_appeal_is_answered_by_a_letter()
    {
        var officer = fresh.Node.As(ApiClientSamples.AppealsAdministrator);
        var (decided, rejected) = (await Appeal(), await Appeal());
        (await Letter(Appeals, decided, "decision")).ShouldBeRefused(HttpStatusCode.Conflict, "letter_not_due");
        await Handle(decided, "admission", new JsonObject { ["admittedOn"] = "2026-11-18" });
        await Handle(decided, "assignment", new JsonObject { ["assignedTo"] = ApiClientSamples.AppealsAdministrator.Id });
        await Handle(decided, "decision", new JsonObject
        {
            ["remedy"] = "annul",
            ["documentNumber"] = "鄂民申决字〔2026〕1号",
            ["decidedOn"] = "2026-11-20",
            ["reasons"] = "其不是决定所指的人",
        });
        await Handle(rejected, "rejection", new JsonObject { ["rejectedOn"] = "2026-11-18", ["documentNumber"] = "鄂民不受字〔2026〕1号", ["reason"] = "没有新的事实" });

        ShouldBeALetter(await Letter(Appeals, decided, "decision"), "申诉处理决定书", "撤销对你的列入决定");
        ShouldBeALetter(await Letter(Appeals, rejected, "rejection"), "不予受理通知书", "没有新的事实");
        (await Letter(Appeals, decided, "rejection")).ShouldBeRefused(HttpStatusCode.Conflict, "letter_not_due");
        (await Letter(Appeals, Guid.Empty.ToString(), "decision")).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");

        async Task<string> Appeal() => (await officer.Post(Appeals, new JsonObject
        {
            ["listingId"] = await _story.Listed(Name, ResidentIds.Of(14)),
            ["kind"] = "objection",
            ["channel"] = "post",
            ["receivedOn"] = "2026-11-16",
            ["document"] = "异议申请书1号",
        })).ShouldBe(HttpStatusCode.Created)["id"]!;

        async Task Handle(string appeal, string step, JsonObject body) =>
            ((int)(await officer.Post($"{Appeals}/{appeal}/{step}", body)).Status).ShouldBeInRange(200, 299);
    }

    [Fact]
    public async Task A_letter_is_for_who_may_read_the_case()
    {
        var listing = await _story.Listed(Name, ResidentIds.Of(15));
        var check = await _story.Check(Name, ResidentIds.Of(15));
        var (elsewhere, partner) = (fresh.Node.As(ApiClientSamples.ClerkElsewhere), fresh.Node.As(ApiClientSamples.Partner));

        (await elsewhere.Get($"{Story.Listings}/{listing}/letters/decision")).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        (await partner.Get($"{Story.Listings}/{listing}/letters/decision")).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
        (await elsewhere.Get($"{Story.Checks}/{check["checkId"]}/letters/refusal")).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        (await partner.Get($"{Story.Checks}/{check["checkId"]}/letters/refusal")).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
        (await Letter(Guid.Empty.ToString(), "notice")).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
    }

    private const string Appeals = "/api/v1/appeals";

    private static void ShouldBeALetter(ApiAnswer answer, params string[] says)
    {
        answer.ShouldBe(HttpStatusCode.OK).MediaType.ShouldBe("text/html");
        answer.Cache.ShouldBe("no-store");
        answer.Text.ShouldContain(Name + "（居民身份证尾号");
        answer.Text.ShouldNotMatch("70[0-9]{15}[0-9X]");
        foreach (var words in says)
        {
            answer.Text.ShouldContain(words);
        }
    }

    private Task<ApiAnswer> Letter(string listing, string letter) => Letter(Story.Listings, listing, letter);

    private Task<ApiAnswer> Letter(string of, string id, string letter) => _story.Officer.Get($"{of}/{id}/letters/{letter}");

    private Task<ApiAnswer> Refusal(ApiAnswer check, int applicant) => _story.Clerk.Get($"{Story.Checks}/{check["checkId"]}/letters/refusal?applicant={applicant}");

    public sealed class Fresh : IAsyncLifetime
    {
        internal RegistryNode Node { get; private set; } = null!;

        public async Task InitializeAsync() => Node = await RegistryNode.Start();

        public async Task DisposeAsync() => await Node.DisposeAsync();
    }
}
