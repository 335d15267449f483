using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;

namespace Blacklist.Api.Security.Issuer.Administration;

/// <param name="OverlapHours">How long the secret before this one still counts; 0 when it may be known to others.</param>
internal sealed record RotateClientSecretRequest(int OverlapHours);

internal static class RotateClientSecretEndpoint
{
    private const int MostHours = 30 * 24;

    public static RouteHandlerBuilder Map(IEndpointRouteBuilder clients) => clients.MapPost("/{id}/secret", Handle)
        .Summary("Rotate a client's secret", "A new secret, shown this once. The old one counts beside it for the hours you give, so that the client changes over without a failed call.")
        .Example(new RotateClientSecretRequest(24))
        .Answers<ClientWithSecret>(StatusCodes.Status200OK)
        .Refuses(ClientAdministration.OwnClient, ClientAdministration.Revoked)
        .Problems(ProblemKinds.NotFound, ProblemKinds.OutOfRange);

    public static Task<IResult> Handle(string id, Body<RotateClientSecretRequest> body, [AsParameters] ClientAdministration administration) =>
        administration.With(id, async known =>
        {
            var fields = new FieldErrors();
            fields.Range<int>("overlapHours", body.Value.OverlapHours, 0, MostHours);
            if (fields.Any)
                return Problems.Unprocessable(fields);
            if (administration.IsRehearsal)
                return Answer.Tried;
            return await administration.Clients.Rotate(known.Client.Id, TimeSpan.FromHours(body.Value.OverlapHours), administration.Caller.Subject) is { } secret
                ? Answer.Ok(new ClientWithSecret(known.Client.Id, secret))
                : Problems.Refused(ClientAdministration.Revoked);
        });
}
