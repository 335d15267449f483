using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;

namespace Blacklist.Api.Security.Issuer.Administration;

internal static class RevokeClientEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder clients) => clients.MapPost("/{id}/revocation", Handle)
        .Summary("Revoke a client", "No token from the answer on; those it has end within ten minutes. For good: a client is not brought back. No body.")
        .Answers<ClientAnswer>(StatusCodes.Status200OK)
        .Refuses(ClientAdministration.OwnClient, ClientAdministration.Revoked)
        .Problems(ProblemKinds.NotFound);

    public static Task<IResult> Handle(string id, [AsParameters] ClientAdministration administration, CancellationToken cancellation) =>
        administration.With(id, async known =>
        {
            await administration.Clients.Revoke(known.Client.Id, administration.Caller.Subject);
            return await administration.Answer(id, cancellation);
        });
}
