using System.Net;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Issuer;
using Blacklist.Api.Vault.Keys;

namespace Blacklist.Tests.Audit;

/// <summary>A check that a colleague asked tells a reader no more than the reader would have been answered.</summary>
public sealed class ColleaguesCheckTests(AuditedRegistry registry) : IClassFixture<AuditedRegistry>
{
    private const string Name = "庚水寒";
    private static readonly string[] Readings = ["", "/receipt", "/receipt.svg"];

    private ApiCaller Partner => registry.Node.As(ApiClientSamples.Partner);

    [Fact]
    public async Task A_partner_does_not_find_what_a_clerk_of_its_department_was_told_and_the_audit_says_so()
    {
        var check = await Asked(917, registry.Node.Story.Clerk);

        foreach (var reading in Readings)
        {
            (await Partner.Get(check + reading)).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
            (await registry.Node.Story.Clerk.Get(check + reading)).ShouldBe(HttpStatusCode.OK);
        }

        using var page = PageClient.At(registry.Node, ApiClientSamples.Partner, hasSecondFactor: true);
        foreach (var address in new[] { "", "/report" })
        {
            (await page.Get(check.Replace(Story.Checks, "/console/check", StringComparison.Ordinal) + address)).Status.ShouldBe(404);
        }

        (await registry.Trail($"caller=partner-150600&subject={check.Split('/')[^1]}&refused=false")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_colleague_was_told_without_reasons_is_read_by_partners_and_clerks()
    {
        var check = await Asked(918, Partner);

        foreach (var reader in new[] { Partner, As(ApiClientSamples.Partner with { Id = "partner-2" }), registry.Node.Story.Clerk })
        {
            var read = (await reader.Get(check)).ShouldBe(HttpStatusCode.OK);
            read["verdict"].ShouldBe("restricted");
            read.Text.ShouldNotContain("listingNumber");
        }
    }

    [Fact]
    public async Task A_token_that_may_only_read_checks_finds_the_own_ones_as_they_were_answered_and_no_others_with_reasons()
    {
        var check = await Asked(919, registry.Node.Story.Clerk);

        (await As(ApiClientSamples.Clerk, "readChecks").Get(check)).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("listingNumber");
        (await As(ApiClientSamples.ClerkOfNation, "readChecks").Get(check)).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        (await As(ApiClientSamples.ClerkOfNation, "readChecks readStatements").Get(check)).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<string> Asked(int person, ApiCaller by)
    {
        await registry.Node.Story.Listed(Name, ResidentIds.Of(person));
        var check = await registry.Node.Story.Check(Name, ResidentIds.Of(person), by: by);
        check.Verdict().ShouldBe("restricted");
        return $"{Story.Checks}/{check["checkId"]}";
    }

    private ApiCaller As(ApiClient client, string? scope = null) => ApiCaller.With(
        registry.Node.Url, new TokenIssuer(registry.Node.Service<AccessOptions>(), registry.Node.Service<SigningKeys>(), TimeProvider.System).Issue(client, scope).AccessToken);
}
