using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Security;
using Blacklist.Api.Security.People.Administration;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Users;

/// <summary>What another administrator gave comes into force.</summary>
[Requires(Permission.AdministerUsers)]
[RequiresRecentSecondFactor]
internal sealed class ConfirmUserModel(FormDesk desk, UserReader reader) : ActPage(desk)
{
    [FromRoute]
    public string Id { get; set; } = "";

    protected override Task<FormSubject?> Find() => reader.About(Id, Caller, Texts, HttpContext.RequestAborted);

    protected override Task<IResult> Send(Write write) => ConfirmUserEndpoint.Handle(Id, write.IfMatch, reader.By(write));

    protected override string Next(Answer answer) => UserReader.AddressOf(Id);
}
