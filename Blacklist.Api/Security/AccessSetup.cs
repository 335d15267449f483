using Blacklist.Api.Security.Issuer;
using Blacklist.Api.Security.Issuer.Administration;
using Blacklist.Api.Security.Limits;
using Blacklist.Api.Security.Outside;
using Blacklist.Api.Security.People;
using Blacklist.Api.Security.People.Administration;
using Blacklist.Api.Security.Sessions;
using Blacklist.Api.Security.Walls;
using Blacklist.Api.Vault;
using Blacklist.Api.Vault.Keys;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace Blacklist.Api.Security;

/// <summary>Tokens and permissions, for Program.cs.</summary>
internal static class AccessSetup
{
    private const string ByPath = "byPath";

    /// <summary>Call it once the database is migrated and the vault is open: the registry's own issuer keeps its key there.</summary>
    /// <param name="purposes">What checks can be asked for, as tokens and sessions say it.</param>
    public static async Task AddAccess(
        this IServiceCollection services, IConfiguration configuration, NpgsqlDataSource database, IdentityVault vault, params IReadOnlyList<string> purposes)
    {
        var options = AccessOptions.From(configuration);
        var keys = options.IssuesTokens ? await SigningKeys.Open(database, vault, KeyPurpose.Token) : null;
        TokenHandler validation = keys is null ? services.AddOutsideIssuer(options) : new JsonWebTokenHandler { MapInboundClaims = false };
        var sessions = SessionLimits.From(configuration);
        var believed = new BelievedTokens(validation, options, sessions, TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(believed);
        services.AddSingleton(new ApiClients(database));
        services.AddSingleton(new Colleagues(database));
        services.AddHttpContextAccessor();
        services.AddSingleton<WithinReach>();
        services.AddSingleton(new AdministrationRows(database));
        services.AddSingleton(new ClientKeys(database));
        services.AddSingleton(provider => new ClientAssertions(database, options, provider.GetRequiredService<TimeProvider>()));
        if (keys is not null)
            services.AddIssuer(keys);
        services.AddPeople(sessions, database, vault);
        services.AddSingleton(new CallerPurposes(purposes));
        services.AddLimits(configuration, database);
        var schemes = services.AddAuthentication(ByPath)
            .AddPolicyScheme(ByPath, null, either => either.ForwardDefaultSelector = SchemeOf)
            .AddJwtBearer(bearer => AccessTokens.Configure(bearer, options, keys, believed))
            .AddCookie(Session.Scheme, cookie => SessionCookie.Configure(cookie, sessions));
        if (options.SignsPeopleInOutside)
            services.AddOutsideSignIn(schemes, options);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().AddRequirements(new ClosedUnlessDeclared()).Build());
    }

    /// <summary>After whatever writes problem documents and before the endpoints.</summary>
    public static void UseAccess(this IApplicationBuilder app)
    {
        app.UseMiddleware<KnownCallers>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<LimitsMiddleware>();
    }

    /// <summary>The embedded issuer's endpoints; none when an outside issuer is configured.</summary>
    public static void MapAccess(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<AccessOptions>().IssuesTokens)
            endpoints.MapIssuer();
        if (endpoints.ServiceProvider.GetRequiredService<AccessOptions>().SignsPeopleInOutside)
            OutsideEndpoint.Map(endpoints);
        endpoints.MapUsers();
        endpoints.MapClients();
    }

    /// <summary>Where people come with a cookie.</summary>
    public static bool IsConsole(PathString path) => path.StartsWithSegments("/console", StringComparison.OrdinalIgnoreCase);

    /// <summary>A token opens the API and a cookie opens the console, never the other: no other site can write with somebody's cookie.</summary>
    private static string SchemeOf(HttpContext http) => IsConsole(http.Request.Path) ? Session.Scheme : JwtBearerDefaults.AuthenticationScheme;
}

/// <summary>What checks can be asked for.</summary>
internal sealed record CallerPurposes(IReadOnlyList<string> Known);
