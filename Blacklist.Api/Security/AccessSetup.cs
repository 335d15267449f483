using Blacklist.Api.Security.Issuer;
using Blacklist.Api.Vault;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Npgsql;

namespace Blacklist.Api.Security;

/// <summary>Tokens and permissions, for Program.cs.</summary>
internal static class AccessSetup
{
    /// <summary>Call it once the database is migrated and the vault is open: the registry's own issuer keeps its key there.</summary>
    public static async Task AddAccess(
        this IServiceCollection services, IConfiguration configuration, NpgsqlDataSource database, IdentityVault vault)
    {
        var options = AccessOptions.From(configuration);
        var keys = options.IssuesTokens ? await SigningKeys.Open(database, vault, SigningKeys.ForTokens) : null;
        services.AddSingleton(options);
        services.AddSingleton(new ApiClients(database));
        services.AddSingleton(new Colleagues(database));
        if (keys is not null)
            services.AddIssuer(keys);
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
            .AddJwtBearer(bearer => AccessTokens.Configure(bearer, options, keys));
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().AddRequirements(new ClosedUnlessDeclared()).Build());
    }

    /// <summary>After whatever writes problem documents and before the endpoints.</summary>
    public static void UseAccess(this IApplicationBuilder app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
    }

    /// <summary>The embedded issuer's endpoints; none when an outside issuer is configured.</summary>
    public static void MapAccess(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<AccessOptions>().IssuesTokens)
            endpoints.MapIssuer();
    }
}
