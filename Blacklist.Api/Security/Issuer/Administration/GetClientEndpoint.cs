using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;

namespace Blacklist.Api.Security.Issuer.Administration;

internal static class GetClientEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder clients) => clients.MapGet("/{id}", Handle)
        .Summary("One client", "What it may do, and the names of its keys.")
        .Answers<ClientAnswer>(StatusCodes.Status200OK)
        .Problems(ProblemKinds.NotFound);

    public static async Task<IResult> Handle(string id, [AsParameters] ClientAdministration administration, CancellationToken cancellation) =>
        await administration.Find(id) is null ? Problems.NotFound() : await administration.Answer(id, cancellation);
}
