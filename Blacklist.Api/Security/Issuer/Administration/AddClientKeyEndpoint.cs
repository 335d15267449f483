using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Security.Issuer.Administration;

/// <param name="PublicKey">A JSON Web Key (RFC 7517) as text: EC P-256, or RSA from 2048 bits.</param>
internal sealed record AddClientKeyRequest(string PublicKey);

internal static class AddClientKeyEndpoint
{
    public static readonly Refusal Known = new("client_key_known", "The client has this key already, or had it revoked.");

    private const string Example = """{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}""";

    public static RouteHandlerBuilder Map(IEndpointRouteBuilder clients) => clients.MapPost("/{id}/keys", Handle)
        .Summary("Add a key of a client", "The public half of a key with which the client signs its assertions (`private_key_jwt`). Its name, the thumbprint, goes into their `kid`.")
        .Example(new AddClientKeyRequest(Example))
        .Answers<ClientAnswer>(StatusCodes.Status200OK)
        .Rejects(ClientKey.Unusable)
        .Refuses(ClientAdministration.OwnClient, ClientAdministration.Revoked, Known)
        .Problems(ProblemKinds.NotFound);

    public static Task<IResult> Handle(string id, Body<AddClientKeyRequest> body, [AsParameters] ClientAdministration administration, CancellationToken cancellation) =>
        administration.With(id, async known =>
            !ClientKey.Parse(body.Value.PublicKey).Is(out var key, out var wrong) ? Problems.Unprocessable("publicKey", wrong)
            : administration.IsRehearsal ? Answer.Tried
            : await administration.Keys.Add(known.Client.Id, key, body.Value.PublicKey, administration.Caller.Subject)
                ? await administration.Answer(id, cancellation)
                : Problems.Refused(Known));
}
