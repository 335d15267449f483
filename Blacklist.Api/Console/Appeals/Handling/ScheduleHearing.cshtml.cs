using Blacklist.Api.Appeals;
using Blacklist.Api.Appeals.Handling;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Reference;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Appeals.Handling;

/// <summary>听证: the person is invited to be heard.</summary>
[Requires(Permission.HandleAppeals)]
internal sealed class ScheduleHearingModel(FormDesk desk, AppealReader reader, AppealDesk appeals, Calendars calendars, Procedure procedure) : AppealPage<ScheduleHearingRequest>(desk, reader)
{
    protected override Task<IResult> Send(Body<ScheduleHearingRequest> body, Write write) => ScheduleHearingEndpoint.Handle(Id, body, write, appeals, calendars, procedure);
}
