using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Rules;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Rules;

/// <summary>规范性文件: each has the effect again that its row says.</summary>
[Requires(Permission.AdoptRules)]
[RequiresRecentSecondFactor]
internal sealed class RestorePolicyDocumentsModel(FormDesk desk, RuleReader reader, RuleDesk rules) : CommandPage<PolicyDocumentsRequest>(desk)
{
    protected override Task<FormSubject?> Find() => reader.About(Texts);

    protected override Task<IResult> Send(Body<PolicyDocumentsRequest> body, Write write) => RestorePolicyDocumentsEndpoint.Handle(body, write, rules);

    protected override string Next(Answer answer) => RuleReader.Address;
}
