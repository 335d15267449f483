using Blacklist.Api.CallerNotices;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Notices;

/// <summary>Whom it is for has seen which answers have changed.</summary>
[Requires(Permission.AskChecks)]
internal sealed class AcknowledgeCallerNoticeModel(FormDesk desk, CallerNoticeRows notices, EventStore log, CommandDesk commands)
    : CommandPage<AcknowledgeCallerNoticeRequest>(desk)
{
    [FromRoute]
    public Guid Id { get; set; }

    protected override async Task<FormSubject?> Find() =>
        await notices.Find(Id, HttpContext.RequestAborted) is { } notice && Caller.MaySee(notice)
            ? new FormSubject(Texts["notices.title", Moments.Text(notice.OpenedAt)], Next(), [new(Texts["field.checks"], Counts(notice))], await log.Load(Id))
            : null;

    protected override Task<IResult> Send(Body<AcknowledgeCallerNoticeRequest> body, Write write) =>
        AcknowledgeCallerNoticeEndpoint.Handle(Id, body, write, commands, notices, HttpContext.RequestAborted);

    protected override string Next(Answer answer) => Next();

    private string Next() => $"/console/notices/{Id}";

    private string Counts(CallerNoticeRow notice) => Texts["notices.counts", notice.Checks, notice.WrongRefusals, notice.WrongClearances];
}
