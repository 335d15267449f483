using Blacklist.Api.Receipts.Roots;
using Blacklist.Api.Security;
using Blacklist.Api.Vault;
using Npgsql;

namespace Blacklist.Api.Receipts;

/// <summary>核查回执: signed proof of answers, and who may ask whether one is genuine: everybody.</summary>
internal static class ReceiptsApi
{
    public static async Task<IServiceCollection> AddReceipts(this IServiceCollection services, NpgsqlDataSource database, IdentityVault vault) => services
        .AddSingleton(await ReceiptKeys.Open(database, vault))
        .AddSingleton<ReceiptVerifier>()
        .AddSingleton<RootRecord>()
        .AddSingleton<RootAnchoring>()
        .AddHostedService(provider => provider.GetRequiredService<RootAnchoring>());

    public static void MapReceipts(this IEndpointRouteBuilder api)
    {
        ReadReceiptKeysEndpoint.Map(api).IsPublic("Public keys are for everybody.");
        VerifyReceiptEndpoint.Map(api).IsPublic("Nobody has to trust the registry, or to be known to it, to verify what it signed.");
    }
}
