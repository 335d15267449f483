using System.Net;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Issuer;
using Blacklist.Api.Security.People;
using Blacklist.Api.Security.Sessions;
using Blacklist.Tests.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Blacklist.Tests.Security.People;

/// <summary>People signing in, over real HTTP: endpoints stand for the pages, and a clock that can be moved.</summary>
public sealed class PeopleHost : AccessHost
{
    internal const string Password = "correct-horse-battery";

    internal static readonly ApiClient Administrator = new("admin-000000", "管理员", "部", ["administrator"], ["000000"], []);
    internal static readonly ApiClient SecondAdministrator = Administrator with { Id = "admin-2-000000" };
    internal static readonly ApiClient AdministratorOfOrdos = Administrator with { Id = "admin-150600", Regions = ["150600"] };

    internal static readonly UserDetails ClerkDetails = new("赵六", "鄂尔多斯市民政局", ["registrationClerk"], ["150600"], ["registration"]);
    internal static readonly UserDetails ApproverDetails = new("孙七", "鄂尔多斯市民政局", ["approver"], ["150600"], []);

    private readonly Dictionary<string, string> _tokens = [];

    internal AdjustableClock Clock { get; } = new();

    internal Users Users => App.Services.GetRequiredService<Users>();

    internal UserStore Store => App.Services.GetRequiredService<UserStore>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var client in new[] { Administrator, SecondAdministrator, AdministratorOfOrdos })
        {
            var secret = (await Clients.Register(client)).Value!;
            using var answer = await PostForm($"grant_type=client_credentials&client_id={client.Id}&client_secret={secret}");
            _tokens[client.Id] = (string)(await answer.Json())["access_token"]!;
        }

        Clock.Now = DateTimeOffset.UtcNow; // tokens are believed by the machine's clock; sessions by this one
    }

    internal override void Adjust(IServiceCollection services) => services.AddSingleton<TimeProvider>(Clock);

    internal override void Map(WebApplication app)
    {
        app.MapPost("/console/password", async (HttpContext http, SignIn signIn, string name, string password) => Word(await signIn.WithPassword(http, name, password)))
            .IsPublic("It stands for a page.");
        app.MapPost("/console/code", async (HttpContext http, SignIn signIn, string code) => Word(await signIn.WithCode(http, code))).IsPublic("It stands for a page.");
        app.MapPost("/console/new-password", async (HttpContext http, Credentials own, string current, string next) =>
            string.Join(' ', await own.ChangePassword(http, current, next))).RequireAuthorization();
        app.MapGet("/console/new-key", (HttpContext http, Credentials own) => own.OfferAuthenticatorKey(http)).RequireAuthorization();
        app.MapPost("/console/new-key", async (HttpContext http, Credentials own, string code) =>
            string.Join(' ', await own.ConfirmAuthenticator(http, code) ?? ["refused"])).RequireAuthorization();
        app.MapPost("/console/sign-out", Session.End).IsPublic("It stands for a page.");
        app.MapGet("/console/who", (Caller caller) => caller).Requires(Permission.ReadOrganizations, Reach.Everywhere);
        app.MapGet("/console/unmask", () => "unmasked").Requires(Permission.ReadOrganizations, Reach.Everywhere).RequiresRecentSecondFactor();
        app.MapPost("/console/unmask", () => "unmasked").Requires(Permission.ReadOrganizations, Reach.Everywhere).RequiresRecentSecondFactor();
        app.MapGet("/console/undeclared", () => "undeclared");
    }

    internal ApiCaller As(ApiClient client)
    {
        var http = new HttpClient { BaseAddress = Client.BaseAddress };
        http.DefaultRequestHeaders.Add("Authorization", "Bearer " + _tokens[client.Id]);
        return new ApiCaller(http);
    }

    internal Browser Browser() => new(Client.BaseAddress!);

    /// <summary>A user with a password of their own.</summary>
    internal async Task<User> User(string name, UserDetails details)
    {
        (await Users.Add(name, details, Users.Operator)).Problem.ShouldBeNull();
        var user = (await Users.Named(name))!;
        await Store.SetPasswordHashAsync(user, Passwords.Hash(Password), CancellationToken.None);
        return (await Users.Find(user.Id))!;
    }

    /// <summary>… and an authenticator.</summary>
    internal async Task<(User User, string Key)> UserWithAuthenticator(string name, UserDetails details)
    {
        var user = await User(name, details);
        var key = AuthenticatorCodes.NewKey();
        await Store.SetAuthenticatorKeyAsync(user, key, CancellationToken.None);
        return ((await Users.Find(user.Id))!, key);
    }

    /// <summary>A code of the step after the last one: each counts once.</summary>
    internal string NextCode(string key)
    {
        Clock.Now += TimeSpan.FromSeconds(30);
        return AuthenticatorCodes.At(key, Clock.GetUtcNow());
    }

    private static string Word(SignInStep step) =>
        step.IsIn ? "in" : step.NeedsCode ? "code" : step.Wait > TimeSpan.Zero ? "wait" : "refused";
}

/// <summary>Keeps cookies, follows nothing.</summary>
internal sealed class Browser : IDisposable
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
    private readonly HttpClient _http;

    public Browser(Uri url) => _http = new HttpClient(_handler) { BaseAddress = url };

    public CookieCollection Cookies => _handler.CookieContainer.GetAllCookies();

    public async Task<string> SignIn(string name, string password = PeopleHost.Password) =>
        (await Post($"/console/password?name={Uri.EscapeDataString(name)}&password={Uri.EscapeDataString(password)}")).Text;

    public async Task<string> Code(string code) => (await Post($"/console/code?code={code}")).Text;

    public Task<ApiAnswer> Get(string path) => Send(HttpMethod.Get, path);

    public Task<ApiAnswer> Post(string path) => Send(HttpMethod.Post, path);

    public void Copy(Browser other) => _handler.CookieContainer.Add(other.Cookies);

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }

    private async Task<ApiAnswer> Send(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        using var answer = await _http.SendAsync(request);
        return await ApiAnswer.Read(answer);
    }
}

internal static class Redirects
{
    /// <summary>Where it leads, whether it was said with the host or without.</summary>
    public static string PathAndQuery(this ApiAnswer answer) => new Uri(new Uri("http://localhost"), answer.Location!).PathAndQuery;

    public static string Path(this ApiAnswer answer) => answer.PathAndQuery().Split('?')[0];
}
