using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Security;
using Blacklist.Api.Security.People.Administration;

namespace Blacklist.Api.Console.Users;

/// <summary>Somebody new. The password to begin with is shown on the next page, once.</summary>
[Requires(Permission.AdministerUsers)]
[RequiresRecentSecondFactor]
internal sealed class AddUserModel(FormDesk desk, UserReader reader) : CommandPage<AddUserRequest>(desk)
{
    protected override Task<FormSubject?> Find() => Task.FromResult<FormSubject?>(new FormSubject(Texts["nav.users"], UserReader.Address, []));

    protected override Task<Dictionary<string, IReadOnlyList<Offer>>> Offers() => Task.FromResult(reader.Grants.For(Caller, RolePermissions.Roles, Texts));

    protected override Task<IResult> Send(Body<AddUserRequest> body, Write write) => AddUserEndpoint.Handle(body, reader.By(write));

    protected override string Next(Answer answer)
    {
        var added = Read<UserWithPassword>(answer);
        reader.Once.Keep(HttpContext, added.User.Id, added.Password);
        return UserReader.AddressOf(added.User.Id);
    }
}
