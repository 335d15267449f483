using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Issuer.Administration;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Clients;

/// <summary>No more tokens, for good.</summary>
[Requires(Permission.AdministerClients)]
internal sealed class RevokeClientModel(FormDesk desk, ClientReader reader) : ActPage(desk)
{
    [FromRoute]
    public string Id { get; set; } = "";

    protected override Task<FormSubject?> Find() => reader.About(Id, Caller, Texts);

    protected override Task<IResult> Send(Write write) => RevokeClientEndpoint.Handle(Id, reader.By(write), HttpContext.RequestAborted);

    protected override string Next(Answer answer) => ClientReader.AddressOf(Id);
}
