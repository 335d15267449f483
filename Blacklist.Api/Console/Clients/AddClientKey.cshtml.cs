using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Issuer.Administration;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Clients;

/// <summary>The public half of a key with which the client proves itself.</summary>
[Requires(Permission.AdministerClients)]
[RequiresRecentSecondFactor]
internal sealed class AddClientKeyModel(FormDesk desk, ClientReader reader) : CommandPage<AddClientKeyRequest>(desk)
{
    [FromRoute]
    public string Id { get; set; } = "";

    protected override Task<FormSubject?> Find() => reader.About(Id, Caller, Texts);

    protected override Task<IResult> Send(Body<AddClientKeyRequest> body, Write write) =>
        AddClientKeyEndpoint.Handle(Id, body, reader.By(write), HttpContext.RequestAborted);

    protected override string Next(Answer answer) => ClientReader.AddressOf(Id);
}
