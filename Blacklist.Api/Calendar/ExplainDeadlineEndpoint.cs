using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Reference;
using Blacklist.Domain.Calendar;

namespace Blacklist.Api.Calendar;

/// <param name="Start">The day of the event; not counted itself.</param>
/// <param name="Period">Such as P5WD, P30D, P6M, P5Y.</param>
internal sealed record ExplainDeadlineRequest(DateOnly Start, string Period);

internal static class ExplainDeadlineEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder calendar) => calendar.MapPost("/deadline-explanations", Handle)
        .Summary("Compute a deadline", "The last day of a period and why it is that day: the days skipped, the make-up days counted, the calendar's version. Nothing is recorded.")
        .Example("""{ "start": "2026-09-30", "period": "P5WD" }""")
        .Answers<Deadline>(StatusCodes.Status200OK)
        .Rejects([Period.Format, WorkingDayCalendar.YearUnknown]);

    public static async Task<IResult> Handle(Body<ExplainDeadlineRequest> body, Calendars calendars)
    {
        var fields = new FieldErrors();
        return fields.Read("period", Period.Parse(body.Value.Period)) is { } period
            && fields.Read("start", (await calendars.Current()).Add(body.Value.Start, period)) is { } deadline
            ? Answer.Ok(deadline)
            : Problems.Unprocessable(fields);
    }
}
