using Blacklist.Api.Hosting;
using Blacklist.Api.Security;
using Microsoft.Extensions.Configuration;

namespace Blacklist.Tests.Security;

public sealed class AccessOptionsSpecs
{
    [Fact]
    public void With_nothing_configured_the_registry_issues_its_own_tokens()
    {
        var options = Options();

        options.IssuesTokens.ShouldBeTrue();
        (options.Issuer, options.Audience).ShouldBe(("http://localhost:5080", "blacklist"));
    }

    [Fact]
    public void An_authority_replaces_the_embedded_issuer()
    {
        var options = Options(("Authority", "https://issuer.example"), ("Audience", "registry"), ("Claims:roles", "groups"));

        options.IssuesTokens.ShouldBeFalse();
        options.Audience.ShouldBe("registry");
        options.ClaimOf("roles").ShouldBe("groups");
        options.ClaimOf("regions").ShouldBe("regions");
        options.TokenTypes.ShouldBe(["at+jwt"]);
        options.Algorithms.ShouldBe(["ES256", "RS256"]);
    }

    [Fact]
    public void What_is_configured_replaces_the_defaults_and_does_not_add_to_them() =>
        Options(("Algorithms:0", "PS256"), ("TokenTypes:0", "JWT")).Algorithms.ShouldBe(["PS256"]);

    [Theory]
    [InlineData("Algorithms:0", "none")]
    [InlineData("Algorithms:0", "HS256")]
    [InlineData("Authority", "http://issuer.example")]
    [InlineData("Authority", "issuer")]
    [InlineData("Issuer", "registry")]
    public void What_would_weaken_access_is_refused_at_the_start(string key, string value) =>
        Should.Throw<StartProblem>(() => Options((key, value))).Message.ShouldStartWith("Authentication:");

    private static AccessOptions Options(params (string Key, string Value)[] settings) => AccessOptions.From(
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Authentication:" + setting.Key, (string?)setting.Value)))
            .Build());
}
