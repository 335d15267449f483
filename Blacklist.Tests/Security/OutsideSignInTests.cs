using System.Net;
using System.Text.RegularExpressions;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Outside;
using Blacklist.Tests.Http;
using Microsoft.AspNetCore.Builder;

namespace Blacklist.Tests.Security;

/// <summary>A site that brings its own issuer, for people and for machines: a real provider, its keys changed while it is used.</summary>
public sealed partial class OutsideSignInTests : AccessHost
{
    private readonly OutsideProvider _provider = new();

    internal override Dictionary<string, string?> Settings => new()
    {
        ["Authentication:Authority"] = _provider.Address,
        ["Authentication:Audience"] = "registry",
        ["Authentication:Claims:roles"] = "groups",
        ["Authentication:Claims:regions"] = "areas",
        ["Authentication:Console:ClientId"] = "registry-console",
        ["Authentication:Console:ClientSecret"] = "for-tests-only",
    };

    private string Redirect => $"{App.Urls.Single()}{OutsideIssuer.CallbackPath}";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await _provider.Run(Redirect, "first");
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _provider.DisposeAsync();
    }

    internal override void Map(WebApplication app)
    {
        app.MapGet("/console/who", (Caller caller) => caller).Requires(Permission.ReadOrganizations, Reach.Everywhere);
        app.MapGet("/console/unmask", () => "unmasked").Requires(Permission.ReadOrganizations, Reach.Everywhere).RequiresRecentSecondFactor();
    }

    [Fact]
    public async Task People_sign_in_there_and_a_changed_key_is_found()
    {
        using var clerk = new Surfer(Client.BaseAddress!);
        var who = await clerk.SignIn("clerk");
        who.ShouldContain("registrationClerk");
        who.ShouldContain("150600");
        who.ShouldContain("赵六");
        (await clerk.Open("/console/unmask")).RequestMessage!.RequestUri!.AbsolutePath.ShouldStartWith("/interaction/"); // it demands a second factor

        await _provider.Run(Redirect, "second");

        using var approver = new Surfer(Client.BaseAddress!);
        (await approver.SignIn("approver")).ShouldContain("approver");
        (await (await approver.Open("/console/unmask")).Content.ReadAsStringAsync()).ShouldBe("unmasked");
    }

    [Fact]
    public async Task Machines_call_with_its_tokens_also_after_its_key_changed()
    {
        (await Get("/who", await MachineToken())).StatusCode.ShouldBe(HttpStatusCode.OK);

        await _provider.Run(Redirect, "second");

        (await Get("/who", await MachineToken())).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signing_in_there_leads_to_no_other_site()
    {
        using var clerk = new Surfer(Client.BaseAddress!);
        await clerk.SignIn("clerk");

        var page = await clerk.Open($"{OutsideIssuer.Path}?returnTo=/%09/evil.example"); // browsers drop the tab

        page.RequestMessage!.RequestUri!.PathAndQuery.ShouldBe("/console");
    }

    [Theory]
    [InlineData("?code=stolen&state=forged")]
    [InlineData("?error=access_denied")]
    [InlineData("")]
    public async Task An_answer_that_nobody_asked_for_signs_nobody_in(string query)
    {
        using var surfer = new Surfer(Client.BaseAddress!);

        (await surfer.Open(OutsideIssuer.CallbackPath + query)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<string> MachineToken()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "registry-machine",
            ["client_secret"] = "for-tests-only",
        });
        using var http = new HttpClient();
        using var answer = await http.PostAsync(new Uri(_provider.Address + "/token"), form);
        return (string)(await answer.Json())["access_token"]!;
    }

    /// <summary>Follows redirects and fills in the provider's forms.</summary>
    private sealed partial class Surfer(Uri site) : IDisposable
    {
        private readonly HttpClient _http = new(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = site };

        public Task<HttpResponseMessage> Open(string path) => _http.GetAsync(new Uri(path, UriKind.Relative));

        /// <returns>The page that was wanted.</returns>
        public async Task<string> SignIn(string name)
        {
            var page = await Open($"{OutsideIssuer.Path}?returnTo=/console/who");
            for (var forms = 0; forms < 3; forms++)
            {
                var text = await page.Content.ReadAsStringAsync();
                if (Action().Match(text) is not { Success: true } action)
                    return text;
                using var form = new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["prompt"] = Prompt().Match(text).Groups["prompt"].Value,
                    ["login"] = name,
                    ["password"] = "any",
                });
                page = await _http.PostAsync(new Uri(action.Groups["action"].Value), form);
            }

            return await page.Content.ReadAsStringAsync();
        }

        public void Dispose() => _http.Dispose();

        [GeneratedRegex("action=\"(?<action>[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
        private static partial Regex Action();

        [GeneratedRegex("name=\"prompt\" value=\"(?<prompt>[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
        private static partial Regex Prompt();
    }
}
