using Blacklist.Api.Audit;
using Blacklist.Api.Http;

namespace Blacklist.Api.Security.People.Administration;

/// <summary>What a user is given: all of it, each time.</summary>
internal sealed record UserRequest(
    string Name, string Department, IReadOnlyList<string> Roles, IReadOnlyList<string> Regions, IReadOnlyList<string> Purposes);

/// <summary>Whether a user may sign in.</summary>
internal enum UserStatus
{
    Active,
    AwaitingConfirmation,
    Suspended,
}

/// <param name="Id">Names the user in what they record.</param>
/// <param name="GrantedBy">Who decided last what the user may do, or reset the sign-in of a user whose roles demand a second factor.</param>
/// <param name="SecondFactor">Whether one is set up.</param>
[Disclosed(DisclosureTier.Nothing)]
internal sealed record UserAnswer(
    string Id, string UserName, string Name, string Department, IReadOnlyList<string> Roles, IReadOnlyList<string> Regions, IReadOnlyList<string> Purposes,
    UserStatus Status, bool SecondFactor, string GrantedBy, string? ConfirmedBy, DateTimeOffset CreatedAt)
{
    public static UserAnswer From(User user) => new(
        user.Id, user.UserName, user.Details.Name, user.Details.Department, user.Details.Roles, user.Details.Regions, user.Details.Purposes,
        user.SuspendedAt is not null ? UserStatus.Suspended : user.ConfirmedBy is null ? UserStatus.AwaitingConfirmation : UserStatus.Active,
        user.HasSecondFactor, user.GrantedBy, user.ConfirmedBy, user.CreatedAt);

    public static Answer Of(User user) => Answer.Ok(From(user)) with { Version = user.Version };
}

/// <param name="Password">For the first sign-in, shown this once; it must be replaced there.</param>
[Disclosed(DisclosureTier.Nothing)]
internal sealed record UserWithPassword(UserAnswer User, string Password)
{
    public override string ToString() => User.Id;
}
