using System.Net;

namespace Blacklist.Api.Security.Issuer;

/// <summary>Whether a client is who it says: by secret or by key, and from a network it may come from.</summary>
internal sealed class ClientProof(ApiClients clients, ClientKeys keys, ClientAssertions assertions)
{
    /// <returns>Null for whatever is wrong: the caller cannot tell what.</returns>
    public async Task<ApiClient?> Of(TokenRequest request, IPAddress? from, CancellationToken cancellation)
    {
        var client = request.Assertion is { } assertion
            ? await ByKey(request.ClientId, assertion, cancellation)
            : await clients.Authenticate(request.ClientId, request.Secret!, cancellation);
        return client?.MayComeFrom(from) is true ? client : null;
    }

    private async Task<ApiClient?> ByKey(string clientId, string assertion, CancellationToken cancellation) =>
        await clients.Known(clientId, cancellation) is { } client
        && await assertions.Prove(clientId, await keys.Of(clientId, cancellation), assertion, cancellation)
            ? client
            : null;
}
