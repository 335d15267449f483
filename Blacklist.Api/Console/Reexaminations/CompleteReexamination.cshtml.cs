using Blacklist.Api.Commands;
using Blacklist.Api.Console.Check;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.Reexaminations;
using Blacklist.Api.Security;
using Blacklist.Domain.Reexaminations;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Reexaminations;

/// <summary>What examining again came to.</summary>
[Requires(Permission.AskChecks)]
internal sealed class CompleteReexaminationModel(FormDesk desk, EventStore log, CommandDesk commands, Colleagues colleagues, CheckReferenceRows checks, AccountRows accounts) : CommandPage<CompleteReexaminationRequest>(desk)
{
    private const string List = "/console/reexaminations";

    [FromRoute]
    public Guid Id { get; set; }

    protected override async Task<FormSubject?> Find()
    {
        var stream = await log.Load(Id);
        var state = stream.Fold(Reexamination.Initial, Reexamination.Evolve);
        return stream.Events is [{ Data: ReexaminationOpened opened }, ..] && Caller.Covers(state.Region) && await colleagues.Include(Caller, state.Caller.Value, HttpContext.RequestAborted)
            ? new FormSubject(Texts["nav.cases.reexaminations"], List, [new(Texts["check.reference"], (await checks.Of([opened.CheckId], HttpContext.RequestAborted))[opened.CheckId]), new(Texts["field.caller"], (await accounts.Of([opened.Caller.Value], HttpContext.RequestAborted))[opened.Caller.Value])], stream)
            : null;
    }

    protected override Task<IResult> Send(Body<CompleteReexaminationRequest> body, Write write) => CompleteReexaminationEndpoint.Handle(Id, body, write, commands, colleagues, HttpContext.RequestAborted);

    protected override string Next(Answer answer) => List;
}
