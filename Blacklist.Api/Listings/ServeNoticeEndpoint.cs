using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Reference;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Listings;

/// <param name="ServedOn">The day of service; for a public notice the day of the announcement.</param>
/// <param name="Proof">Reference of the proof of service.</param>
/// <param name="Facts">What the notice says happened; left out, what the proposal says.</param>
/// <param name="Grounds">Why the notice says the person is responsible; left out, what the proposal says.</param>
internal sealed record ServeNoticeRequest(DateOnly ServedOn, ServiceMethod Method, string Proof, string? Facts = null, string? Grounds = null);

internal static class ServeNoticeEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listings) => listings.MapPost("/{id:guid}/notice", Handle)
        .Summary("Record that the notice was served",
            """
            告知: the person was told facts, grounds and rights. The answer says until when the person may answer, and why until then.
            Who refused to take the notice is served by `lien`, who cannot be reached by `publicNotice`; record the failed attempt first. A public notice
            counts as served after the procedure's time from the announcement, and the statement period runs from that day.
            """)
        .PathExample("id", "0b000000-0000-7000-8000-000000000012")
        .Example("""{ "servedOn": "2026-11-02", "method": "direct", "proof": "送达回证〔2026〕12号" }""")
        .Answers<ListingAnswer>(StatusCodes.Status200OK)
        .Rejects([.. FreeText.Refusals, WorkingDayCalendar.YearUnknown])
        .Refuses(ServeNotice.Refusals);

    public static async Task<IResult> Handle(
        Guid id, Body<ServeNoticeRequest> body, [AsParameters] Write write, ListingDesk desk, Calendars calendars, Procedure procedure)
    {
        var fields = new FieldErrors();
        var proof = fields.Text("proof", body.Value.Proof, 200);
        var facts = fields.OptionalText("facts", body.Value.Facts, 4000);
        var grounds = fields.OptionalText("grounds", body.Value.Grounds, 4000);
        var terms = await ProcedureTerms.Now(calendars, procedure);
        DateOnly? announcedOn = body.Value.Method == ServiceMethod.PublicNotice ? body.Value.ServedOn : null;
        var servedOn = announcedOn is { } day ? fields.Read("servedOn", terms.PublicNotice(day))?.Due : body.Value.ServedOn;
        if (servedOn is not { } from || fields.Read("servedOn", terms.StatementPeriod(from)) is not { } period)
        {
            return Problems.Unprocessable(fields);
        }

        var command = new ServeNotice(from, announcedOn, body.Value.Method, proof, facts, grounds, period, write.By, write.Today);
        return await desk.Change(write, body.Bytes, fields, id, listing => ServeNotice.Decide(listing, command));
    }
}
