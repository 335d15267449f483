using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;

namespace Blacklist.Api.Security.People.Administration;

internal static class SuspendUserEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder users) => users.MapPost("/{id}/suspension", Handle)
        .Summary("Suspend a user", "Sessions end within a minute, and no new one begins. Again changes nothing. No body.")
        .Answers<UserAnswer>(StatusCodes.Status200OK)
        .Refuses(UserAdministration.OwnAccount)
        .Problems(ProblemKinds.NotFound);

    public static Task<IResult> Handle(string id, IfMatch ifMatch, [AsParameters] UserAdministration administration) =>
        administration.With(id, ifMatch, async user =>
            await administration.After(user.SuspendedAt is not null || await administration.Users.Suspend(user, administration.Caller.Subject), id));
}
