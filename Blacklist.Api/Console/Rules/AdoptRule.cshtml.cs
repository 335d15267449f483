using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Rules;
using Blacklist.Api.Rules.Drafts;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Rules;

/// <summary>A second person takes exactly the drafted row into the catalogue.</summary>
[Requires(Permission.AdoptRules)]
[RequiresRecentSecondFactor]
internal sealed class AdoptRuleModel(FormDesk desk, RuleReader reader, RuleDesk rules) : ActPage(desk)
{
    [FromRoute]
    public Guid Id { get; set; }

    protected override Task<FormSubject?> Find() => reader.About(Id);

    protected override Task<IResult> Send(Write write) => AdoptRuleEndpoint.Handle(Id, write, rules);

    protected override string Next(Answer answer) => $"{RuleReader.Address}/drafts/{Id}";
}
