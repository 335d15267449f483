using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;

namespace Blacklist.Api.Security.People.Administration;

internal static class ConfirmUserEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder users) => users.MapPost("/{id}/confirmation", Handle)
        .Summary("Confirm what a user was given", "By another administrator than who gave it, or who reset the user's sign-in; send `If-Match` with the version you looked at. No body.")
        .Answers<UserAnswer>(StatusCodes.Status200OK)
        .Refuses(UserAdministration.OwnAccount, Users.SameAdministrator, Users.NothingToConfirm)
        .Problems(ProblemKinds.NotFound);

    public static Task<IResult> Handle(string id, IfMatch ifMatch, [AsParameters] UserAdministration administration) =>
        administration.With(id, ifMatch, async user =>
            user.ConfirmedBy is not null ? Problems.Refused(Users.NothingToConfirm)
            : user.GrantedBy == administration.Caller.Subject ? Problems.Refused(Users.SameAdministrator)
            : await administration.After(await administration.Users.Confirm(user, administration.Caller.Subject), id));
}
