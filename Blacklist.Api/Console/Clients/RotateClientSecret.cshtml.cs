using System.Text.Json.Nodes;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Issuer.Administration;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Clients;

/// <summary>A new secret, shown on the next page, once; the old one counts beside it for a while.</summary>
[Requires(Permission.AdministerClients)]
[RequiresRecentSecondFactor]
internal sealed class RotateClientSecretModel(FormDesk desk, ClientReader reader) : CommandPage<RotateClientSecretRequest>(desk)
{
    private const int Day = 24;

    [FromRoute]
    public string Id { get; set; } = "";

    protected override Task<FormSubject?> Find() => reader.About(Id, Caller, Texts);

    protected override Task<JsonObject> Opened() => Task.FromResult(new JsonObject { ["overlapHours"] = Day });

    protected override Task<IResult> Send(Body<RotateClientSecretRequest> body, Write write) => RotateClientSecretEndpoint.Handle(Id, body, reader.By(write));

    protected override string Next(Answer answer)
    {
        reader.Once.Keep(HttpContext, Id, Read<ClientWithSecret>(answer).Secret);
        return ClientReader.AddressOf(Id);
    }
}
