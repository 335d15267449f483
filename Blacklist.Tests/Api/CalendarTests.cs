using System.Net;
using System.Text.Json.Nodes;
using Blacklist.Api.Calendar;

namespace Blacklist.Tests.Api;

/// <summary>An administrator keeps the calendar, and deadlines follow it on every node.</summary>
public sealed class CalendarTests(NodesOfOneDatabase nodes) : IClassFixture<NodesOfOneDatabase>
{
    private const string Calendar = "/api/v1/calendar";

    private ApiCaller Administrator => nodes.Node.As(ApiClientSamples.Administrator);

    private static JsonObject AYear(int year, params JsonNode[] makeUpDays) => new()
    {
        ["holidays"] = new JsonArray(new JsonObject { ["occasion"] = "元旦", ["first"] = $"{year}-01-01", ["last"] = $"{year}-01-01" }),
        ["makeUpDays"] = new JsonArray(makeUpDays),
        ["source"] = "国办发明电",
        ["reason"] = "录入",
    };

    private static JsonObject MakeUp(string day) => new() { ["occasion"] = "元旦", ["day"] = day };

    [Fact]
    public async Task The_shipped_years_are_there_from_the_first_start()
    {
        var calendar = (await Administrator.Get(Calendar)).ShouldBe(HttpStatusCode.OK);
        calendar.Body["years"]!.AsArray().Take(23).Select(year => (int)year!["year"]!).ShouldBe(Enumerable.Range(2004, 23));
        var year = (await Administrator.Get($"{Calendar}/2025")).ShouldBe(HttpStatusCode.OK);
        (year["by"], year.Body["holidays"]!.AsArray().Count > 5).ShouldBe(("reference-data", true));
        (await Administrator.Get($"{Calendar}/2003")).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_deadline_explains_itself()
    {
        var deadline = (await Explain(nodes.Story.Clerk, "2025-09-28", "P6WD")).ShouldBe(HttpStatusCode.OK);
        deadline["due"].ShouldBe("2025-10-13");
        deadline["passesAt"].ShouldBe("2025-10-13T16:00:00Z");
        deadline.Body["skipped"]!.AsArray().Count.ShouldBe(9); // eight days of National Day and Mid-Autumn, one Sunday
        deadline.Body["skipped"]![8]!.ToJsonString().ShouldBe("""{"day":"2025-10-12","occasion":null}""");
        var makeUp = deadline.Body["makeUpDays"]!.AsArray().ShouldHaveSingleItem()!;
        (makeUp["occasion"]!.ToString(), makeUp["day"]!.ToString()).ShouldBe(("国庆节", "2025-10-11"));
        deadline["calendarVersion"].ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("2029-12-31", "P1WD")]
    [InlineData("2029-06-01", "P1Y")]
    [InlineData("9999-12-31", "P1WD")]
    [InlineData("9999-12-31", "P999Y")]
    public async Task A_year_that_nobody_has_published_is_refused(string start, string period) =>
        (await Explain(nodes.Story.Clerk, start, period)).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "calendar_year_unknown")["field"].ShouldBe("start");

    [Fact]
    public async Task A_published_year_counts_on_every_node_and_a_correction_too()
    {
        (await Explain(Administrator, "2027-01-01", "P1WD")).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "calendar_year_unknown");

        var published = (await Administrator.Post($"{Calendar}/2027", AYear(2027))).ShouldBe(HttpStatusCode.OK);
        published["by"].ShouldBe(ApiClientSamples.Administrator.Id);
        await nodes.OnEveryNode(async story => (await Explain(story.Clerk, "2027-01-01", "P1WD"))["due"].ShouldBe("2027-01-04"));

        var corrected = (await Administrator.Post($"{Calendar}/2027", AYear(2027, MakeUp("2027-01-02")))).ShouldBe(HttpStatusCode.OK);
        await nodes.OnEveryNode(async story =>
        {
            var deadline = await Explain(story.Clerk, "2027-01-01", "P1WD");
            (deadline["due"], deadline["calendarVersion"]).ShouldBe(("2027-01-02", corrected["calendarVersion"]));
        });
        int.Parse(corrected["calendarVersion"]!).ShouldBeGreaterThan(int.Parse(published["calendarVersion"]!));
        (await Administrator.Get($"{Calendar}/history")).Body.AsArray().Count.ShouldBeGreaterThanOrEqualTo(25);
    }

    [Fact]
    public async Task A_start_does_not_override_the_year_of_an_administrator()
    {
        (await Administrator.Post($"{Calendar}/2004", AYear(2004))).ShouldBe(HttpStatusCode.OK);
        var before = (await Administrator.Get($"{Calendar}/2004")).Text;

        await nodes.Node.Service<CalendarStart>().Offer();

        (await Administrator.Get($"{Calendar}/2004")).Text.ShouldBe(before);
    }

    [Fact]
    public async Task A_notice_is_counted_by_the_calendar_as_it_stands()
    {
        var listing = await nodes.Story.Proposed("吴用", null);
        var year = (await Administrator.Get($"{Calendar}/2026")).Body.AsObject();
        var changed = new JsonObject
        {
            ["holidays"] = new JsonArray([.. year["holidays"]!.AsArray().Select(day => day!.DeepClone()), new JsonObject { ["occasion"] = "特别假", ["first"] = "2026-03-11", ["last"] = "2026-03-11" }]),
            ["makeUpDays"] = year["makeUpDays"]!.DeepClone(),
            ["source"] = "国办通知",
            ["reason"] = "增加一日",
        };
        (await Administrator.Post($"{Calendar}/2026", changed)).ShouldBe(HttpStatusCode.OK);

        (await nodes.Story.ServeNotice(listing)).ShouldBe(HttpStatusCode.OK)["statementUntil"].ShouldBe("2026-03-17");
    }

    [Fact]
    public async Task Only_an_administrator_of_the_nation_publishes_a_year()
    {
        foreach (var client in new[] { ApiClientSamples.Officer, ApiClientSamples.Clerk, ApiClientSamples.Auditor, ApiClientSamples.AdministratorOfOrdos })
        {
            (await nodes.Node.As(client).Post($"{Calendar}/2028", AYear(2028))).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
        }

        (await nodes.Node.As(ApiClientSamples.Partner).Get(Calendar)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
    }

    [Theory]
    [InlineData("holidays[0].occasion", "text_empty")]
    [InlineData("year", "out_of_range")]
    [InlineData("holidays", "wrong_length")]
    public async Task Wrong_fields_are_named(string field, string code)
    {
        var body = AYear(2028);
        switch (field)
        {
            case "holidays":
                body["holidays"] = new JsonArray();
                break;
            case not "year":
                body["holidays"]![0]!["occasion"] = " ";
                break;
        }

        (await Administrator.Post($"{Calendar}/{(field == "year" ? 20280 : 2028)}", body)).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, code)["field"].ShouldBe(field);
    }

    private static Task<ApiAnswer> Explain(ApiCaller caller, string start, string period) =>
        caller.Post($"{Calendar}/deadline-explanations", new JsonObject { ["start"] = start, ["period"] = period });
}
