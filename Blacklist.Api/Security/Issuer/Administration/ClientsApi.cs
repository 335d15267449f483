namespace Blacklist.Api.Security.Issuer.Administration;

/// <summary>接口客户端管理: which machines may ask for tokens, as what, and for which region.</summary>
internal static class ClientsApi
{
    public const string Path = "/api/v1/clients";

    public static void MapClients(this IEndpointRouteBuilder api)
    {
        var clients = api.MapGroup(Path).WithTags("Clients");
        ListClientsEndpoint.Map(clients).Requires(Permission.AdministerClients, Reach.ListOfRegions);
        GetClientEndpoint.Map(clients).Requires(Permission.AdministerClients, Reach.ThingOfRegion);
        AddClientEndpoint.Map(clients).Requires(Permission.AdministerClients, Reach.NamedRegion).RequiresRecentSecondFactor();
        RotateClientSecretEndpoint.Map(clients).Requires(Permission.AdministerClients, Reach.ThingOfRegion).RequiresRecentSecondFactor();
        AddClientKeyEndpoint.Map(clients).Requires(Permission.AdministerClients, Reach.ThingOfRegion).RequiresRecentSecondFactor();
        RevokeClientKeyEndpoint.Map(clients).Requires(Permission.AdministerClients, Reach.ThingOfRegion);
        RevokeClientEndpoint.Map(clients).Requires(Permission.AdministerClients, Reach.ThingOfRegion);
    }
}
