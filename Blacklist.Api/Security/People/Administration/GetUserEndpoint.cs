using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;

namespace Blacklist.Api.Security.People.Administration;

internal static class GetUserEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder users) => users.MapGet("/{id}", Handle)
        .Summary("One user", "What the user may do, who decided so, and whether they may sign in.")
        .Answers<UserAnswer>(StatusCodes.Status200OK)
        .Problems(ProblemKinds.NotFound);

    public static async Task<IResult> Handle(string id, [AsParameters] UserAdministration administration) =>
        await administration.Users.Find(id) is { } user && administration.Covers(user.Details) ? UserAnswer.Of(user) : Problems.NotFound();
}
