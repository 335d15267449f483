using System.Net;
using Blacklist.Api.EventLog;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Listings.InForce;

namespace Blacklist.Tests.Api;

/// <summary>What happens to a listing in force reaches every answer: where it was written, where the log is followed, and after a start.</summary>
public sealed class ChangedListingTests(NodesOfOneDatabase nodes) : IClassFixture<NodesOfOneDatabase>
{
    private readonly Story _story = nodes.Story;

    [Fact]
    public async Task A_suspended_listing_restricts_nobody_until_it_is_resumed()
    {
        const string Name = "甲青山";
        var number = ResidentIds.Of(900);
        var listing = await _story.Listed(Name, number);

        (await _story.Suspend(listing)).ShouldBe(HttpStatusCode.OK);
        await nodes.OnEveryNode(async story => (await story.Check(Name, number)).ShouldAnswer("eligible", "listing_suspended"));

        (await _story.Resume(listing)).ShouldBe(HttpStatusCode.OK);
        await nodes.OnEveryNode(async story => (await story.Check(Name, number)).ShouldAnswer("restricted", "listing_in_force"));
    }

    [Fact]
    public async Task A_suspension_until_the_last_of_all_days_is_refused_by_its_field()
    {
        var listing = await _story.Listed("庚青山", ResidentIds.Of(920));

        var refused = (await _story.Suspend(listing, until: "9999-12-31")).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "out_of_range");

        refused["field"].ShouldBe("until");
        refused.Text.ShouldContain("9999-12-30");
        (await _story.Suspend(listing, until: "9999-12-30")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_waiver_is_for_the_named_organization_until_it_is_taken_back()
    {
        const string Name = "乙青山";
        var number = ResidentIds.Of(901);
        var listing = await _story.Listed(Name, number);
        await _story.Waive(listing, "另一个协会");

        var waiver = (await _story.Waive(listing, "鄂尔多斯市某某协会")).ShouldBe(HttpStatusCode.OK)["waiverId"]!;
        await nodes.OnEveryNode(async story => (await story.Check(Name, number)).ShouldAnswer("eligible", "listing_waived"));

        (await _story.WithdrawWaiver(listing, waiver)).ShouldBe(HttpStatusCode.OK);
        await nodes.OnEveryNode(async story => (await story.Check(Name, number)).ShouldAnswer("restricted", "listing_in_force"));
    }

    [Fact]
    public async Task A_varied_listing_bars_from_fewer_positions_and_until_an_earlier_day()
    {
        const string Name = "丙青山";
        var number = ResidentIds.Of(902);
        var listing = await _story.Listed(Name, number);

        (await _story.Vary(listing, "2027-06-30", positions: "personInCharge")).ShouldBe(HttpStatusCode.OK);

        await nodes.OnEveryNode(async story =>
        {
            (await story.Check(Name, number)).ShouldAnswer("eligible");
            var refused = await story.Check(Name, number, "personInCharge");
            refused.ShouldAnswer("restricted", "listing_in_force");
            refused.Reasons()[0]!["until"]!.ToString().ShouldBe("2027-06-30");
        });
    }

    [Fact]
    public async Task A_repaired_listing_restricts_nobody()
    {
        const string Name = "丁青山";
        var number = ResidentIds.Of(903);
        var listing = await _story.Listed(Name, number);

        (await _story.Repair(listing)).ShouldBe(HttpStatusCode.OK)["status"].ShouldBe("repaired");

        await nodes.OnEveryNode(async story => (await story.Check(Name, number)).ShouldAnswer("eligible"));
    }

    [Fact]
    public async Task The_dispute_mark_travels_with_every_answer_until_the_appeal_is_over()
    {
        const string Name = "戊青山";
        var number = ResidentIds.Of(904);
        var listing = await _story.Listed(Name, number);
        var appeal = new AppealId(Guid.CreateVersion7());

        await Record(listing, new ListingDisputed(new ListingId(new Guid(listing)), appeal, new ClerkId("appeals")));
        await nodes.OnEveryNode(story => IsDisputed(story, true));

        await Record(listing, new ListingDisputeSettled(new ListingId(new Guid(listing)), appeal, new ClerkId("appeals")));
        await nodes.OnEveryNode(story => IsDisputed(story, false));

        async Task IsDisputed(Story story, bool expected)
        {
            var check = await story.Check(Name, number);
            check.ShouldAnswer("restricted", "listing_in_force");
            check.Reasons()[0]!["disputed"]!.GetValue<bool>().ShouldBe(expected);
            (await story.Clerk.Get($"{Story.Listings}/{listing}")).Body["disputed"]!.GetValue<bool>().ShouldBe(expected);
        }
    }

    [Fact]
    public async Task The_page_of_a_listing_shows_its_file()
    {
        var listing = await _story.Listed("己青山", ResidentIds.Of(905));
        await _story.Suspend(listing);
        await _story.Waive(listing, "鄂尔多斯市某某协会");

        var page = (await _story.Clerk.Get($"{Story.Listings}/{listing}")).ShouldBe(HttpStatusCode.OK);
        page["suspendedFrom"].ShouldBe("2026-11-01");
        page["version"].ShouldBe("5");
        var file = page.Body["file"]!;
        file["grounds"]!.ToString().ShouldBe("系被取缔组织的直接责任人");
        file["notice"]!["statementPeriod"]!["due"]!.ToString().ShouldBe("2026-03-16");
        file["notice"]!["statementPeriod"]!["passesAt"]!.ToString().ShouldBe("2026-03-16T16:00:00Z");
        file["notice"]!["statementPeriod"]!["skipped"]!.AsArray().Select(day => day!["day"]!.ToString()).ShouldBe(["2026-03-14", "2026-03-15"]);
        file["suspensions"]!.AsArray().ShouldHaveSingleItem()!["from"]!.ToString().ShouldBe("2026-11-01");
        file["waivers"]![0]!["organizations"]!.AsArray().Select(name => name!.ToString()).ShouldBe(["鄂尔多斯市某某协会"]);
        (await _story.Clerk.Get(Story.Listings)).Body["items"]!.AsArray().ShouldAllBe(row => row!["file"] == null);
    }

    private async Task Record(string listing, IEvent fact)
    {
        var log = nodes.Node.Service<EventStore>();
        var stream = await log.Load(new Guid(listing));
        var append = new StreamAppend(stream.Id, Listing.Stream.Type, stream.Version, [new NewEvent(Guid.CreateVersion7(), fact)]);
        (await log.Append(new AppendRequest([append], "appeals"))).ShouldBeOfType<AppendResult.Appended>();
    }
}
