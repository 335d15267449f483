using Blacklist.Api.Public.Organizations;

namespace Blacklist.Api.Public;

/// <summary>What everybody may read without signing in.</summary>
internal static class PublicPages
{
    public static IServiceCollection AddPublicPages(this IServiceCollection services) => services.AddSingleton<PublicOrganizationRows>();
}
