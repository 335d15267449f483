using Blacklist.Api.Jobs;
using Blacklist.Api.Vault.Erasure;
using Blacklist.Api.Vault.Keys;
using Blacklist.Api.Vault.Keys.Rotation;

namespace Blacklist.Api.Vault;

/// <summary>Keys that change while the registry works, and the proof that somebody is erased.</summary>
internal static class VaultSetup
{
    public static IServiceCollection AddKeys(this IServiceCollection services, IdentityVault vault, VaultOptions options) => services
        .AddSingleton(vault.Keys)
        .AddSingleton(options)
        .AddSingleton<VaultRemains>()
        .AddSingleton<KeyRecords>()
        .AddSingleton<KeyRotation>()
        .AddSingleton(SealedTable.Statements)
        .AddSingleton(SealedTable.Papers)
        .AddSingleton<MasterRewrapping>()
        .AddSingleton<DigestHolder, PersonDigests>()
        .AddSingleton<Job, KeyJob>()
        .AddHostedService<KeyWatch>();
}
