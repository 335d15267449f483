using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;

namespace Blacklist.Api.Security.People.Administration;

internal static class ChangeUserEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder users) => users.MapPost("/{id}/grants", Handle)
        .Summary(
            "Change what a user may do",
            "Replaces name, department, roles, regions and purposes, and ends the user's sessions. Roles that demand a second factor wait for a second administrator.")
        .Example(new UserRequest("赵六", "鄂尔多斯市民政局", ["registrationClerk", "caseOfficer"], ["150600"], ["registration"]))
        .Answers<UserAnswer>(StatusCodes.Status200OK)
        .Rejects(UserDetails.Problems)
        .Refuses(UserAdministration.OwnAccount)
        .Problems(ProblemKinds.NotFound);

    public static Task<IResult> Handle(string id, Body<UserRequest> body, IfMatch ifMatch, [AsParameters] UserAdministration administration) =>
        administration.With(id, ifMatch, async user =>
        {
            var (details, problem) = administration.Read(body.Value);
            return details is null ? problem!
                : administration.IsRehearsal ? Answer.Tried
                : await administration.After(await administration.Users.Change(user.Id, user.Version, details, administration.Caller.Subject), id);
        });
}
