using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Http;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Issuer.Administration;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Clients;

/// <summary>What is signed with the key counts no more.</summary>
[Requires(Permission.AdministerClients)]
internal sealed class RevokeClientKeyModel(FormDesk desk, ClientReader reader) : ActPage(desk)
{
    [FromRoute]
    public string Id { get; set; } = "";

    [FromRoute]
    public string Kid { get; set; } = "";

    protected override async Task<FormSubject?> Find() =>
        (await reader.Keys.Of(Id, HttpContext.RequestAborted)).Any(key => key.Kid == Kid) && await reader.About(Id, Caller, Texts) is { } client
            ? client with { Facts = [.. client.Facts, new Shown(Texts["clients.key"], Kid)] }
            : null;

    protected override Task<IResult> Send(Write write) => RevokeClientKeyEndpoint.Handle(Id, Kid, reader.By(write), HttpContext.RequestAborted);

    protected override string Next(Answer answer) => ClientReader.AddressOf(Id);
}
