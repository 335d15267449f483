using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Security;
using Blacklist.Api.Security.People.Administration;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Users;

/// <summary>For who lost a password or a device: a new password, shown on the next page, once.</summary>
[Requires(Permission.AdministerUsers)]
[RequiresRecentSecondFactor]
internal sealed class ResetUserModel(FormDesk desk, UserReader reader) : ActPage(desk)
{
    [FromRoute]
    public string Id { get; set; } = "";

    protected override Task<FormSubject?> Find() => reader.About(Id, Caller, Texts, HttpContext.RequestAborted);

    protected override Task<IResult> Send(Write write) => ResetUserEndpoint.Handle(Id, write.IfMatch, reader.By(write));

    protected override string Next(Answer answer)
    {
        reader.Once.Keep(HttpContext, Id, Read<UserWithPassword>(answer).Password);
        return UserReader.AddressOf(Id);
    }
}
