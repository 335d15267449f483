using Blacklist.Api.Appeals;
using Blacklist.Api.Appeals.Handling;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Blacklist.Api.Reference;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Appeals.Handling;

/// <summary>受理: it will be decided.</summary>
[Requires(Permission.HandleAppeals)]
internal sealed class AdmitAppealModel(FormDesk desk, AppealReader reader, AppealDesk appeals, Calendars calendars, Procedure procedure) : AppealPage<AdmitAppealRequest>(desk, reader)
{
    protected override Task<IResult> Send(Body<AdmitAppealRequest> body, Write write) => AdmitAppealEndpoint.Handle(Id, body, write, appeals, calendars, procedure);

    protected override IEnumerable<FormNote> Foresee(Answer answer) =>
        Read<AppealAnswer>(answer).Due is { } due ? [new(Texts["admitAppeal.foreseen", PageText.Day(due)])] : [];
}
