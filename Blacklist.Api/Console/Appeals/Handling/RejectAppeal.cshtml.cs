using Blacklist.Api.Appeals;
using Blacklist.Api.Appeals.Handling;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Appeals.Handling;

/// <summary>不予受理: it will not be decided.</summary>
[Requires(Permission.HandleAppeals)]
internal sealed class RejectAppealModel(FormDesk desk, AppealReader reader, AppealDesk appeals) : AppealPage<RejectAppealRequest>(desk, reader)
{
    protected override Task<IResult> Send(Body<RejectAppealRequest> body, Write write) => RejectAppealEndpoint.Handle(Id, body, write, appeals);
}
