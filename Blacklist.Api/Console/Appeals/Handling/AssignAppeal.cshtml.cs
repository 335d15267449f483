using System.Text.Json.Nodes;
using Blacklist.Api.Appeals;
using Blacklist.Api.Appeals.Handling;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Appeals.Handling;

/// <summary>Somebody who took no part in the listing has it from now on.</summary>
[Requires(Permission.HandleAppeals)]
internal sealed class AssignAppealModel(FormDesk desk, AppealReader reader, AppealDesk appeals) : AppealPage<AssignAppealRequest>(desk, reader)
{
    protected override Task<IResult> Send(Body<AssignAppealRequest> body, Write write) => AssignAppealEndpoint.Handle(Id, body, write, appeals);

    /// <summary>Most take it themselves.</summary>
    protected override Task<JsonObject> Opened() => Task.FromResult(new JsonObject { ["assignedTo"] = Caller.Subject });
}
