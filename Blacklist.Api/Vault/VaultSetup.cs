using Blacklist.Api.Jobs;
using Blacklist.Api.Vault.Keys;

namespace Blacklist.Api.Vault;

/// <summary>Keys that change while the registry works.</summary>
internal static class VaultSetup
{
    public static IServiceCollection AddKeys(this IServiceCollection services, IdentityVault vault, VaultOptions options) => services
        .AddSingleton(vault.Keys)
        .AddSingleton(options)
        .AddSingleton<KeyRecords>()
        .AddSingleton<KeyRotation>()
        .AddSingleton<MasterRewrapping>()
        .AddSingleton<DigestHolder, PersonDigests>()
        .AddSingleton<Job, KeyJob>()
        .AddHostedService<KeyWatch>();
}
