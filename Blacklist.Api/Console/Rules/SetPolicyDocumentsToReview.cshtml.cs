using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Rules;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Rules;

/// <summary>规范性文件: in one act every rule that rests on one asks for a human look where it would restrict.</summary>
[Requires(Permission.AdoptRules)]
[RequiresRecentSecondFactor]
internal sealed class SetPolicyDocumentsToReviewModel(FormDesk desk, RuleReader reader, RuleDesk rules) : CommandPage<PolicyDocumentsRequest>(desk)
{
    protected override Task<FormSubject?> Find() => reader.About(Texts);

    protected override Task<IResult> Send(Body<PolicyDocumentsRequest> body, Write write) => SetPolicyDocumentsToReviewEndpoint.Handle(body, write, rules);

    protected override string Next(Answer answer) => RuleReader.Address;
}
