using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;

namespace Blacklist.Api.Security.Issuer.Administration;

internal static class ListClientsEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder clients) => clients.MapGet("/", Handle)
        .Summary("The clients of the API", "Those within your regions, also revoked ones, in the order of their ids.")
        .Answers<Page<ClientAnswer>>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(PageRequest<string> page, [AsParameters] ClientAdministration administration, CancellationToken cancellation)
    {
        var known = (await administration.Clients.All())
            .Where(client => administration.Covers(client.Client) && string.CompareOrdinal(client.Client.Id, page.After?.Key ?? "") > 0)
            .OrderBy(client => client.Client.Id, StringComparer.Ordinal).Take(page.Limit + 1);
        var answers = new List<ClientAnswer>();
        foreach (var client in known)
            answers.Add(ClientAnswer.Of(client, await administration.Keys.Of(client.Client.Id, cancellation)));
        return Answer.Ok(page.Of(answers, client => client.Id));
    }
}
