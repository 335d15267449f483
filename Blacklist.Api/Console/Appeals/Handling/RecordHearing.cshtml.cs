using Blacklist.Api.Appeals;
using Blacklist.Api.Appeals.Handling;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Appeals.Handling;

/// <summary>听证笔录: it took place, or the person stayed away.</summary>
[Requires(Permission.HandleAppeals)]
internal sealed class RecordHearingModel(FormDesk desk, AppealReader reader, AppealDesk appeals) : AppealPage<RecordHearingRequest>(desk, reader)
{
    protected override Task<IResult> Send(Body<RecordHearingRequest> body, Write write) => RecordHearingEndpoint.Handle(Id, body, write, appeals);
}
