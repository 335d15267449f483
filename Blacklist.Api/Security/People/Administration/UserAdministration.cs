using Blacklist.Api.Http;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Regions;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Security.People.Administration;

/// <summary>What an administrator may do to a user: within the own regions, and never to the own account.</summary>
internal sealed record UserAdministration(Caller Caller, [FromServices] Users Users, [FromServices] CallerPurposes Purposes)
{
    public static readonly Refusal OwnAccount = new("own_account", "Nobody administers the own account.");

    /// <summary>Everything is judged as it would be, and nothing is done.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>The user; or, without a difference, that there is none or none within the caller's regions.</summary>
    public async Task<IResult> With(string id, IfMatch ifMatch, Func<User, Task<IResult>> act)
    {
        if (await Users.Find(id) is not { } user || !Covers(user.Details))
            return Problems.NotFound();
        return user.Id == Caller.Subject ? Problems.Refused(OwnAccount)
            : ifMatch.Excludes(user.Version) ? Problems.VersionConflict(user.Version)
            : await act(user);
    }

    /// <summary>The user after an act that was carried out, or that somebody else was faster.</summary>
    public async Task<IResult> After(bool done, string id)
    {
        var user = (await Users.Find(id))!;
        return done ? UserAnswer.Of(user) : Problems.VersionConflict(user.Version);
    }

    public bool Covers(UserDetails details) => details.Regions.All(region => RegionCode.Parse(region).Is(out var code, out _) && Caller.Covers(code));

    /// <summary>What is given, or why it cannot be.</summary>
    public (UserDetails? Details, Problem? Problem) Read(UserRequest request)
    {
        var details = new UserDetails(request.Name.Trim(), request.Department.Trim(), request.Roles, request.Regions, request.Purposes);
        var fields = new FieldErrors();
        fields.Length("name", request.Name, 1, 100);
        fields.Length("department", request.Department, 1, 200);
        if (request.Purposes.Except(Purposes.Known).Any())
            fields.Add("purposes", ProblemKinds.ValueNotAllowed, string.Join(", ", Purposes.Known));
        if (details.Problem is { } wrong)
            fields.Add(wrong == UserDetails.RoleUnknown ? "roles" : wrong == UserDetails.RegionInvalid ? "regions" : "name", wrong);
        return fields.Any ? (null, Problems.Unprocessable(fields)) : Covers(details) ? (details, null) : (null, Problems.Forbidden());
    }
}
