using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;

namespace Blacklist.Api.Security.People.Administration;

internal static class ListUsersEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder users) => users.MapGet("/", Handle)
        .Summary("The users of the console", "Those within your regions, in the order of their ids.")
        .Answers<Page<UserAnswer>>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(Caller caller, PageRequest<string> page, Users users, CancellationToken cancellation)
    {
        var rows = await users.All(page.After?.Key ?? "", page.Limit + 1, caller.Regions, cancellation);
        return Answer.Ok(page.Of([.. rows.Select(UserAnswer.From)], user => user.Id));
    }
}
