using System.Net;
using System.Text.Json.Nodes;
using Blacklist.Api.Lookups;
using Blacklist.Domain.Rules;

namespace Blacklist.Tests.Audit;

/// <summary>Who looked me up, when and why?</summary>
public sealed class DisclosureReportTests(AuditedRegistry registry) : IClassFixture<AuditedRegistry>
{
    private const string Report = "/api/v1/audit/persons/disclosures";

    private static JsonObject Request => new()
    {
        ["name"] = AuditedRegistry.ListedName,
        ["documents"] = new JsonArray(new JsonObject { ["type"] = "residentId", ["number"] = ResidentIds.Zhang }),
        ["request"] = "鄂民阅〔2026〕1号",
    };

    [Fact]
    public async Task The_person_learns_the_authority_the_day_the_purpose_and_not_the_clerk()
    {
        (await registry.Node.Story.Check(AuditedRegistry.ListedName, ResidentIds.Zhang)).ShouldBe(HttpStatusCode.OK);
        (await registry.Node.As(ApiClientSamples.Partner).Get($"{Story.Listings}/{registry.Listing}")).ShouldBe(HttpStatusCode.Forbidden);

        var report = (await registry.Auditor.Post(Report, Request)).ShouldBe(HttpStatusCode.OK);

        var lookups = report.Body["lookups"]!.AsArray();
        lookups.ShouldContain(lookup => lookup!["kind"]!.ToString() == "check" && lookup["purpose"]!.ToString() == "registration" && lookup["department"]!.ToString() == "测试单位");
        lookups.ShouldContain(lookup => lookup!["kind"]!.ToString() == "view" && lookup["refused"]!.GetValue<bool>());
        report.Text.ShouldNotContain("clerk-150600");
        report["complete"].ShouldBe("true");
        report.Body["withheld"]!.AsArray().ShouldBeEmpty();
        var entry = (await registry.Trail($"subject={registry.Listing}&kind=export&limit=1")).ShouldHaveSingleItem();
        entry["purpose"]!.ToString().ShouldBe("personsRequest");
        entry["applicationReference"]!.ToString().ShouldBe("鄂民阅〔2026〕1号");
    }

    [Fact]
    public async Task Whose_number_stood_on_a_file_by_mistake_learns_of_the_own_look_ups_only_and_so_does_the_other()
    {
        var (story, wrong, right) = (registry.Node.Story, ResidentIds.Of(40), ResidentIds.Of(41));
        var listing = await story.Listed("甲见山", wrong);
        await story.Link(listing, "correctedNumber", "甲见山", IdentitySteps.ADocument(right));
        (await story.Clerk.Get($"{Story.Listings}/{listing}")).ShouldBe(HttpStatusCode.OK);
        (await story.Check("乙见水", wrong)).ShouldBe(HttpStatusCode.OK);

        (await KindsFor("乙见水", wrong)).ShouldBe(["check"]);
        var listed = await KindsFor("甲见山", right);
        listed.ShouldContain("view");
        listed.ShouldNotContain("check");
    }

    [Fact]
    public async Task Two_who_were_joined_by_mistake_learn_each_of_the_own_look_ups_only()
    {
        var (story, one, two) = (registry.Node.Story, ResidentIds.Of(42), ResidentIds.Of(43));
        var listing = await story.Listed("丙见山", one);
        var identity = await story.Merge(listing, await story.Listed("丁见水", two));
        (await story.Check("丁见水", two)).ShouldBe(HttpStatusCode.OK);
        (await KindsFor("丙见山", one)).ShouldContain("check", "they are one person");

        await story.Unlink(listing, identity);

        (await KindsFor("丙见山", one)).ShouldNotContain("check");
        (await KindsFor("丁见水", two)).ShouldContain("check");
    }

    [Fact]
    public async Task It_prints_as_a_letter_to_the_person()
    {
        (await registry.Node.Story.Check(AuditedRegistry.ListedName, ResidentIds.Zhang)).ShouldBe(HttpStatusCode.OK);

        var letter = (await registry.Node.As(ApiClientSamples.AppealsAdministrator).Post($"{Report}/letter", Request)).ShouldBe(HttpStatusCode.OK);

        letter.MediaType.ShouldBe("text/html");
        letter.Text.ShouldContain("个人信息查询情况告知书");
        letter.Text.ShouldContain("2026年11月21日，测试单位：核查任职资格，用途为");
        letter.Text.ShouldNotContain(ResidentIds.Zhang);
        letter.Text.ShouldNotContain("{{");
    }

    private async Task<IReadOnlyList<string>> KindsFor(string name, string number)
    {
        var request = Request;
        (request["name"], request["documents"]) = (name, new JsonArray(IdentitySteps.ADocument(number)));
        return [.. (await registry.Auditor.Post(Report, request)).ShouldBe(HttpStatusCode.OK).Body["lookups"]!.AsArray().Select(lookup => lookup!["kind"]!.ToString())];
    }

    [Fact]
    public async Task It_is_not_for_every_clerk() =>
        (await registry.Node.Story.Clerk.Post(Report, Request)).ShouldBe(HttpStatusCode.Forbidden);

    [Fact]
    public void An_exception_keeps_back_only_what_it_covers_and_only_once_it_is_confirmed()
    {
        var exception = new DisclosureException("x", "标题", "依据", ["某某公安局"], Confirmed: null);
        new DisclosureExceptions([exception]).For("某某公安局").ShouldBeNull();
        var confirmed = exception with { Confirmed = new Confirmation("某某科", new DateOnly(2026, 11, 21)) };
        new DisclosureExceptions([confirmed]).For("某某公安局").ShouldBe(confirmed);
        new DisclosureExceptions([confirmed]).For("某某民政局").ShouldBeNull();
        DisclosureExceptions.Read().All.ShouldAllBe(shipped => shipped.Confirmed == null);
    }
}
