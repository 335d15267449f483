using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Rules;
using Blacklist.Api.Rules.Drafts;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Rules;

/// <summary>The draft is given up; the catalogue stays as it is.</summary>
[Requires(Permission.DraftRules)]
internal sealed class DiscardDraftModel(FormDesk desk, RuleReader reader, RuleDesk rules) : CommandPage<DiscardDraftRequest>(desk)
{
    [FromRoute]
    public Guid Id { get; set; }

    protected override Task<FormSubject?> Find() => reader.About(Id);

    protected override Task<IResult> Send(Body<DiscardDraftRequest> body, Write write) => DiscardDraftEndpoint.Handle(Id, body, write, rules);

    protected override string Next(Answer answer) => $"{RuleReader.Address}/drafts/{Id}";
}
