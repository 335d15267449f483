using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Reference;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Listings.InForce;

namespace Blacklist.Api.Appeals.Handling;

internal sealed record AdmitAppealRequest(DateOnly AdmittedOn);

internal static class AdmitAppealEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder appeals) => appeals.MapPost("/{id:guid}/admission", Handle)
        .Summary("Admit an appeal",
            """
            受理. From the answer on, every check that rests on a contested listing carries the dispute mark, and the person's own words travel with the listing.
            The effect stays. The answer says until when the appeal is to be decided.
            """)
        .PathExample("id", "0b000000-0000-7000-8000-000000000092")
        .Example("""{ "admittedOn": "2026-11-18" }""")
        .Answers<AppealAnswer>(StatusCodes.Status200OK)
        .Rejects(WorkingDayCalendar.YearUnknown)
        .Refuses([.. AdmitAppeal.Refusals, .. DisputeListing.Refusals]);

    public static async Task<IResult> Handle(
        Guid id, Body<AdmitAppealRequest> body, [AsParameters] Write write, AppealDesk desk, Calendars calendars, Procedure procedure)
    {
        var fields = new FieldErrors();
        var terms = await AppealTerms.Now(calendars, procedure);
        var decideBy = fields.Read("admittedOn", terms.Decision(body.Value.AdmittedOn));
        return await desk.Change<AppealAdmitted>(
            write, body.Bytes, fields, id,
            (appeal, _) => AdmitAppeal.Decide(
                appeal, new AdmitAppeal(body.Value.AdmittedOn, decideBy!, terms.WarnFrom(decideBy!.Due), write.By, write.Today)),
            (_, listing, appeal, fact) => Task.FromResult(AppealConsequences.OnAdmitted(listing, appeal, fact)));
    }
}
