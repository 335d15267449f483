using Blacklist.Api.Vault.Keys;

namespace Blacklist.Api.Security.Issuer;

/// <summary>The registry's own small issuer, for the first run and for sites without one.</summary>
internal static class IssuerSetup
{
    public static void AddIssuer(this IServiceCollection services, SigningKeys keys)
    {
        services.AddSingleton(keys);
        services.AddSingleton<ClientProof>();
        services.AddSingleton(provider => new TokenIssuer(
            provider.GetRequiredService<AccessOptions>(), keys, provider.GetService<TimeProvider>() ?? TimeProvider.System));
    }

    public static void MapIssuer(this IEndpointRouteBuilder endpoints)
    {
        TokenEndpoint.Map(endpoints);
        DiscoveryEndpoints.Map(endpoints);
    }
}
