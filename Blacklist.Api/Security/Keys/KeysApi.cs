namespace Blacklist.Api.Security.Keys;

/// <summary>密钥管理: what keys the registry has, and their change. No key leaves it.</summary>
internal static class KeysApi
{
    public static void MapKeys(this IEndpointRouteBuilder api)
    {
        var keys = api.MapGroup("/api/v1/keys").WithTags("Keys");
        ListKeysEndpoint.Map(keys).Requires(Permission.ReadKeys, Reach.Everywhere);
        RotateKeyEndpoint.Map(keys).Requires(Permission.RotateKeys, Reach.WholeNation).RequiresRecentSecondFactor();
    }
}
