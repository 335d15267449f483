using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Reference;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Listings;

/// <param name="Proof">Reference of the proof of service.</param>
internal sealed record ServeNoticeRequest(DateOnly ServedOn, ServiceMethod Method, string Proof);

internal static class ServeNoticeEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listings) => listings.MapPost("/{id:guid}/notice", Handle)
        .Summary("Record that the notice was served", "告知: the person was told facts, grounds and rights. The answer says until when the person may answer.")
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
        var terms = await ProcedureTerms.Now(calendars, procedure);
        if (fields.Read("servedOn", terms.StatementPeriod(body.Value.ServedOn)) is not { } period)
        {
            return Problems.Unprocessable(fields);
        }

        var command = new ServeNotice(
            body.Value.ServedOn, body.Value.Method, proof, period.Due, period.CalendarVersion, write.By, write.Today);
        return await desk.Change(write, body.Bytes, fields, id, listing => ServeNotice.Decide(listing, command));
    }
}
