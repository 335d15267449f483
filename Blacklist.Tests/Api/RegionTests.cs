using System.Net;

namespace Blacklist.Tests.Api;

/// <summary>A caller works in its regions; of others it may not even learn what is there.</summary>
public sealed class RegionTests(ToldStory told) : IClassFixture<ToldStory>
{
    private readonly ApiCaller _elsewhere = told.Node.As(ApiClientSamples.ClerkElsewhere);

    [Fact]
    public async Task Nobody_is_answered_without_a_token()
    {
        using var nobody = ApiCaller.Anonymous(told.Node.Url);

        (await nobody.Get(Story.Listings)).ShouldBeRefused(HttpStatusCode.Unauthorized, "unauthenticated");
        (await nobody.Post(Story.Checks, Story.AQuestion("150602", charitable: false, Story.AnApplicant("王五", null))))
            .ShouldBeRefused(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task A_clerk_may_not_ask_for_another_region() =>
        (await told.Story.Check(ToldStory.Zhang, ToldStory.ZhangNumber, by: _elsewhere)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");

    [Theory]
    [InlineData("150600")]
    [InlineData("150627")]
    public async Task A_clerk_may_ask_for_the_region_and_all_below_it(string region) =>
        (await told.Story.Check("慕容复", ResidentIds.Of(2), region: region)).ShouldAnswer("eligible");

    [Theory]
    [InlineData("150000")]
    [InlineData("150700")]
    [InlineData("000000")]
    public async Task A_clerk_may_not_ask_for_a_region_above_or_beside(string region) =>
        (await told.Story.Check("慕容复", ResidentIds.Of(2), region: region)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");

    [Fact]
    public async Task What_lies_in_another_region_looks_as_if_it_were_not_there()
    {
        var listing = await told.Story.Listed("周作人", ResidentIds.Of(20));
        var organization = (await told.Story.Officer.Get($"{Story.Listings}/{listing}"))["bannedOrganizationId"];
        var check = (await told.Story.Check("慕容复", ResidentIds.Of(2)))["checkId"];
        string[] paths =
        [
            $"{Story.Listings}/{listing}", $"{Story.Listings}/{listing}/history",
            $"{Story.Organizations}/{organization}", $"{Story.Organizations}/{organization}/history", $"{Story.Checks}/{check}",
        ];

        foreach (var path in paths)
        {
            var absent = path.Replace(path.Split('/')[4], Guid.Empty.ToString(), StringComparison.Ordinal);
            (await told.Story.Clerk.Get(path)).ShouldBe(HttpStatusCode.OK);
            WithoutTrace(await _elsewhere.Get(path)).ShouldBe(WithoutTrace(await _elsewhere.Get(absent)));
        }
    }

    [Fact]
    public async Task Lists_hold_the_callers_regions_only()
    {
        (await told.Story.Clerk.Get(Story.Listings)).ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray().ShouldNotBeEmpty();
        (await _elsewhere.Get(Story.Listings)).ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray().ShouldBeEmpty();
        (await _elsewhere.Get(Story.Organizations + "?region=150602")).ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Commands_on_what_lies_in_another_region_find_nothing()
    {
        var organization = await told.Story.RecordOrganization(region: "150700");
        var persons = await told.Story.Ban(organization, Story.APerson("鲁迅", ResidentIds.Of(21)));

        (await told.Node.As(ApiClientSamples.Clerk).Get($"{Story.Organizations}/{organization}")).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        (await told.Story.Propose(organization, persons[0], by: told.Node.As(ApiClientSamples.Both))).ShouldBe(HttpStatusCode.Created);
        (await told.Story.Officer.Post(Story.Organizations, Story.AnOrganization(region: "500103"))).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task A_role_may_do_what_it_is_for_and_no_more()
    {
        var partner = told.Node.As(ApiClientSamples.Partner);
        var auditor = told.Node.As(ApiClientSamples.Auditor);

        (await told.Story.Check(ToldStory.Zhang, ToldStory.ZhangNumber, by: partner)).Verdict().ShouldBe("restricted");
        (await partner.Get(Story.Listings)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
        (await told.Story.Check(ToldStory.Zhang, ToldStory.ZhangNumber, by: auditor)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
        (await told.Story.Clerk.Post(Story.Organizations, Story.AnOrganization())).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
        (await told.Story.Decide(Guid.Empty.ToString(), by: told.Story.Officer)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
    }

    private static string WithoutTrace(ApiAnswer answer)
    {
        answer.ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        var body = answer.Body.AsObject();
        body.Remove("traceId");
        return body.ToJsonString();
    }
}
