using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;

namespace Blacklist.Api.Security.People.Administration;

internal static class ResetUserEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder users) => users.MapPost("/{id}/reset", Handle)
        .Summary(
            "Reset a user's sign-in",
            "For who lost a password or a device: a new password to begin with, shown this once; authenticator, passkeys and recovery codes are gone. "
            + "Roles that demand a second factor wait until another administrator confirms them again. No body.")
        .Answers<UserWithPassword>(StatusCodes.Status200OK)
        .Refuses(UserAdministration.OwnAccount)
        .Problems(ProblemKinds.NotFound);

    public static Task<IResult> Handle(string id, IfMatch ifMatch, [AsParameters] UserAdministration administration) =>
        administration.With(id, ifMatch, async user =>
        {
            var password = await administration.Users.Reset(user, administration.Caller.Subject);
            var now = (await administration.Users.Find(id))!;
            return password is null
                ? Problems.VersionConflict(now.Version)
                : Answer.Ok(new UserWithPassword(UserAnswer.From(now), password)) with { Version = now.Version };
        });
}
