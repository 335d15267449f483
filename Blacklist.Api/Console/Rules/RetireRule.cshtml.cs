using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Rules;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Rules;

/// <summary>The rule bars nobody any more; answers given under it keep its version.</summary>
[Requires(Permission.AdoptRules)]
[RequiresRecentSecondFactor]
internal sealed class RetireRuleModel(FormDesk desk, RuleReader reader, RuleDesk rules) : CommandPage<RetireRuleRequest>(desk)
{
    [FromRoute]
    public string Id { get; set; } = "";

    protected override Task<FormSubject?> Find() => reader.About(Id);

    protected override Task<IResult> Send(Body<RetireRuleRequest> body, Write write) => RetireRuleEndpoint.Handle(Id, body, write, rules);

    protected override string Next(Answer answer) => RuleReader.Address;
}
