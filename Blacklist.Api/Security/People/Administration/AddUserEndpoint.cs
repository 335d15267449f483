using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;

namespace Blacklist.Api.Security.People.Administration;

internal sealed record AddUserRequest(
    string UserName, string Name, string Department, IReadOnlyList<string> Roles, IReadOnlyList<string> Regions, IReadOnlyList<string> Purposes);

internal static class AddUserEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder users) => users.MapPost("/", Handle)
        .Summary(
            "Add a user",
            "A person who signs in to the console. The password to begin with is in this answer and nowhere else; if the answer was lost, reset it. "
            + "Roles that demand a second factor come into force when a second administrator confirms them. The user name decides whether it is the same user.")
        .Example(new AddUserRequest("zhao.liu", "赵六", "鄂尔多斯市民政局", ["registrationClerk"], ["150600"], ["registration", "change"]))
        .Answers<UserWithPassword>(StatusCodes.Status201Created)
        .Rejects([User.UserNameInvalid, .. UserDetails.Problems])
        .Refuses(Users.NameTaken);

    public static async Task<IResult> Handle(Body<AddUserRequest> body, [AsParameters] UserAdministration administration)
    {
        var asked = body.Value;
        var (details, problem) = administration.Read(new UserRequest(asked.Name, asked.Department, asked.Roles, asked.Regions, asked.Purposes));
        if (details is null)
            return problem!;
        if (!User.IsUserName(asked.UserName))
            return Problems.Unprocessable("userName", User.UserNameInvalid);
        if (administration.IsRehearsal)
            return await administration.Users.Named(asked.UserName) is null ? Answer.Tried : Problems.Refused(Users.NameTaken);
        if (!(await administration.Users.Add(asked.UserName, details, administration.Caller.Subject)).Is(out var added, out var refusal))
            return Problems.Refused(refusal);
        var user = (await administration.Users.Find(added.Id))!;
        return Answer.Created($"{UsersApi.Path}/{user.Id}", new UserWithPassword(UserAnswer.From(user), added.Password)) with { Version = user.Version };
    }
}
