using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;

namespace Blacklist.Api.Security.Issuer.Administration;

internal static class RevokeClientKeyEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder clients) => clients.MapPost("/{id}/keys/{kid}/revocation", Handle)
        .Summary("Revoke a key of a client", "Assertions signed with it count no more, from the answer on. Again changes nothing. No body.")
        .Answers<ClientAnswer>(StatusCodes.Status200OK)
        .Refuses(ClientAdministration.OwnClient, ClientAdministration.Revoked)
        .Problems(ProblemKinds.NotFound);

    public static Task<IResult> Handle(string id, string kid, [AsParameters] ClientAdministration administration, CancellationToken cancellation) =>
        administration.With(id, async known =>
        {
            await administration.Keys.Revoke(known.Client.Id, kid, administration.Caller.Subject);
            return await administration.Answer(id, cancellation);
        });
}
