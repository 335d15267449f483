using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;

namespace Blacklist.Api.Security.People.Administration;

internal static class ResumeUserEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder users) => users.MapPost("/{id}/suspension/end", Handle)
        .Summary("End a suspension", "The user may sign in again with what they had; a lock after wrong passwords ends, too. No body.")
        .Answers<UserAnswer>(StatusCodes.Status200OK)
        .Refuses(UserAdministration.OwnAccount)
        .Problems(ProblemKinds.NotFound);

    public static Task<IResult> Handle(string id, IfMatch ifMatch, [AsParameters] UserAdministration administration) =>
        administration.With(id, ifMatch, async user =>
            await administration.After(await administration.Users.Resume(user, administration.Caller.Subject), id));
}
