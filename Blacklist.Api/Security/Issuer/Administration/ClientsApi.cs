namespace Blacklist.Api.Security.Issuer.Administration;

/// <summary>接口客户端管理: which machines may ask for tokens, as what, and for which region.</summary>
internal static class ClientsApi
{
    public const string Path = "/api/v1/clients";

    public static void MapClients(this IEndpointRouteBuilder api)
    {
        var clients = api.MapGroup(Path).WithTags("Clients").Requires(Permission.AdministerClients);
        ListClientsEndpoint.Map(clients);
        GetClientEndpoint.Map(clients);
        AddClientEndpoint.Map(clients);
        RotateClientSecretEndpoint.Map(clients);
        AddClientKeyEndpoint.Map(clients);
        RevokeClientKeyEndpoint.Map(clients);
        RevokeClientEndpoint.Map(clients);
    }
}
