using Blacklist.Api.Appeals;
using Blacklist.Api.Appeals.Handling;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Appeals.Handling;

/// <summary>撤回: the person takes it back.</summary>
[Requires(Permission.FileAppeals)]
internal sealed class WithdrawAppealModel(FormDesk desk, AppealReader reader, AppealDesk appeals) : AppealPage<WithdrawAppealRequest>(desk, reader)
{
    protected override Task<IResult> Send(Body<WithdrawAppealRequest> body, Write write) => WithdrawAppealEndpoint.Handle(Id, body, write, appeals);
}
