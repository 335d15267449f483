using System.Net;
using Blacklist.Tests.ConsolePages;
using Blacklist.Tests.Vault;

namespace Blacklist.Tests.Audit;

/// <summary>查看完整号码: for a purpose, by those whose duty it is, on record before it is shown, and nowhere else.</summary>
public sealed class UnmaskingTests(AuditedRegistry registry) : IClassFixture<AuditedRegistry>
{
    private static readonly string Number = ResidentIds.Of(910);
    private static readonly string NewNumber = ResidentIds.Of(911);

    private Story Story => registry.Node.Story;

    [Fact]
    public async Task The_numbers_of_the_person_are_shown_with_what_was_linked_and_the_auditor_sees_it_at_once()
    {
        var listing = await Story.Listed("甲水寒", Number);
        await Story.Link(listing, "correctedNumber", "甲水寒", IdentitySteps.ADocument(NewNumber));
        await Story.Link(listing, "furtherDocument", "甲水暖", IdentitySteps.ADocument("E70000011", "passport", "CHN"));

        var shown = (await Story.Unmask(listing)).ShouldBe(HttpStatusCode.OK);

        shown["name"].ShouldBe("甲水寒");
        shown.Body["otherNames"]!.AsArray().ShouldHaveSingleItem()!.ToString().ShouldBe("甲水暖");
        shown.Body["documents"]!.AsArray().Select(document => $"{document!["type"]} {document["number"]}").ShouldBe([$"residentId {NewNumber}", "passport E70000011"], ignoreOrder: true);
        shown.Cache.ShouldBe("no-store");
        var entry = (await registry.Trail("kind=unmask&caller=officer-150000&limit=1")).ShouldHaveSingleItem();
        entry["disclosed"]!.ToString().ShouldBe("identity");
        entry["purpose"]!.ToString().ShouldBe("service");
        entry["subjects"]!.AsArray().Select(id => id!.ToString()).ShouldContain(listing);
        (await Written(NewNumber)).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_for_the_same_reason_is_one_fact_and_each_showing_an_entry()
    {
        var listing = await Story.Listed("乙水寒", ResidentIds.Of(912));
        var facts = await Unmaskings();
        var entries = (await registry.Trail("kind=unmask")).Count;

        (await Story.Unmask(listing, key: "unmask-1")).Text.ShouldContain(ResidentIds.Of(912));
        (await Story.Unmask(listing, key: "unmask-1")).Text.ShouldContain(ResidentIds.Of(912));
        (await Story.Unmask(listing, key: "unmask-2")).Text.ShouldContain(ResidentIds.Of(912));

        (await Unmaskings()).ShouldBe(facts + 1);
        (await registry.Trail("kind=unmask")).Count.ShouldBe(entries + 3);
    }

    [Fact]
    public async Task Nobody_else_is_shown_them()
    {
        foreach (var other in new[] { ApiClientSamples.Clerk, ApiClientSamples.Approver, ApiClientSamples.Auditor, ApiClientSamples.Partner, ApiClientSamples.Administrator })
        {
            (await Story.Unmask(registry.Listing, registry.Node.As(other))).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
        }

        (await Story.Unmask(registry.Listing, registry.Node.As(ApiClientSamples.AppealsElsewhere))).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        (await registry.Trail("kind=unmask&refused=true&caller=clerk-150600")).ShouldHaveSingleItem()["disclosed"]!.ToString().ShouldBe("nothing");
    }

    [Fact]
    public async Task On_the_page_they_are_shown_once_and_are_not_in_what_the_browser_keeps()
    {
        var number = ResidentIds.Of(913);
        var listing = "/console/listings/" + await Story.Listed("丙水寒", number);
        await using var officer = await registry.Node.Visit(ApiClientSamples.Officer);
        await officer.Open(listing);
        await officer.Page.Locator("a[href$='/unmasking']").ClickAsync();
        await officer.Fill(("purpose", "verification"), ("reason", "与户籍档案核对"));
        await officer.ShouldBeWell();
        await officer.Check();
        (await officer.Content()).ShouldNotContain(number);
        await officer.Send();

        (await officer.Content()).ShouldContain(number);
        await officer.ShouldBeWell();
        (await officer.Page.EvaluateAsync<string>("() => location.href + JSON.stringify([localStorage, sessionStorage, history.state])")).ShouldNotContain(number);
        (await registry.Trail("kind=unmask&limit=1"))[0]["endpoint"]!.ToString().ShouldBe("POST console/listings/{id:guid}/unmasking");

        await officer.Open(listing);
        (await officer.Content()).ShouldContain("查看完整证件号码");
        (await officer.Content()).ShouldNotContain(number);
        await officer.Open(listing + "/unmasking");
        (await officer.Content()).ShouldNotContain(number);
    }

    [Fact]
    public async Task A_form_that_took_longer_than_the_second_factor_counts_is_kept_while_it_is_shown_again()
    {
        var listing = "/console/listings/" + await Story.Listed("丁水寒", ResidentIds.Of(914));
        await using var officer = await Visitor.At(registry.Node.Url, "zh-CN");
        await (await ConsoleUser.Of(registry.Node, "caseOfficer")).SignIn(officer);
        await officer.Open(listing + "/unmasking");
        await officer.Fill(("purpose", "appeal"), ("reason", "核对申诉人"));
        registry.Node.Clock.Now += TimeSpan.FromMinutes(11);
        try
        {
            await officer.Step("check:visible");
            await officer.Page.Locator("#second-factor[open]").WaitForAsync();
            (await officer.Page.Locator("[name=reason]").InputValueAsync()).ShouldBe("核对申诉人");
            await officer.ShouldHaveNoAxeViolations();
            await officer.Open(listing + "/unmasking");
            officer.Page.Url.ShouldContain("/console/account/second-factor?returnTo=");
        }
        finally
        {
            registry.Node.Clock.Now = RegistryNode.Today;
        }
    }

    private Task<long> Unmaskings() => registry.Node.Database.Owner.Scalar<long>("SELECT count(*) FROM registry.mt_events WHERE type = 'identity_unmasked'");

    /// <summary>In how many events, kept answers and entries of the audit the number stands.</summary>
    private Task<long> Written(string number) => registry.Node.Database.Owner.Scalar<long>(
        $"""
        SELECT (SELECT count(*) FROM registry.mt_events AS e WHERE e::text LIKE '%{number}%')
             + (SELECT count(*) FROM registry.keyed_answers AS a WHERE a::text LIKE '%{number}%' OR convert_from(a.body, 'UTF8') LIKE '%{number}%')
             + (SELECT count(*) FROM audit.entries AS t WHERE t::text LIKE '%{number}%')
        """);
}
