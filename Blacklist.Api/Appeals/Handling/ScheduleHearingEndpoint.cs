using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Reference;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Identity;

namespace Blacklist.Api.Appeals.Handling;

/// <param name="DocumentNumber">Of the invitation.</param>
internal sealed record ScheduleHearingRequest(DateOnly HeldOn, string Place, string DocumentNumber);

internal static class ScheduleHearingEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder appeals) => appeals.MapPost("/{id:guid}/hearing", Handle)
        .Summary("Announce a hearing",
            "By whom the appeal is assigned to, with the time before it that the procedure gives the person; a new day replaces the one announced. It must be recorded before the decision.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000095")
        .Example("""{ "heldOn": "2026-12-15", "place": "鄂尔多斯市民政局听证室", "documentNumber": "鄂民听字〔2026〕95号" }""")
        .Answers<AppealAnswer>(StatusCodes.Status200OK)
        .Rejects([.. FreeText.Refusals, WorkingDayCalendar.YearUnknown])
        .Refuses(ScheduleHearing.Refusals)
        .Problems(ProblemKinds.OutOfRange);

    public static async Task<IResult> Handle(
        Guid id, Body<ScheduleHearingRequest> body, [AsParameters] Write write, AppealDesk desk, Calendars calendars, Procedure procedure)
    {
        var fields = new FieldErrors();
        var terms = await AppealTerms.Now(calendars, procedure);
        var place = fields.Text("place", body.Value.Place, 200);
        var document = fields.Text("documentNumber", body.Value.DocumentNumber, 100);
        fields.Range("heldOn", (DateOnly?)body.Value.HeldOn, DateOnly.MinValue, LegalDate.Last);
        var told = fields.Read("heldOn", terms.HearingNotice(write.Today));
        return await desk.Change(write, body.Bytes, fields, id, (appeal, _) => ScheduleHearing.Decide(appeal, new ScheduleHearing(
            body.Value.HeldOn, place, document, EarliestOn: told!.Due.AddDays(1), terms.WarnFrom(body.Value.HeldOn), write.By)));
    }
}
