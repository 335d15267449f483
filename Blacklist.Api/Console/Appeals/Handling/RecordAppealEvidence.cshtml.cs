using Blacklist.Api.Appeals;
using Blacklist.Api.Appeals.Handling;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Appeals.Handling;

/// <summary>A piece of evidence comes to the file.</summary>
[Requires(Permission.FileAppeals)]
internal sealed class RecordAppealEvidenceModel(FormDesk desk, AppealReader reader, AppealDesk appeals) : AppealPage<RecordAppealEvidenceRequest>(desk, reader)
{
    protected override Task<IResult> Send(Body<RecordAppealEvidenceRequest> body, Write write) => RecordAppealEvidenceEndpoint.Handle(Id, body, write, appeals);
}
