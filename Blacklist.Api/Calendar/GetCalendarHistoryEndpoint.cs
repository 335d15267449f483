using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Calendar;

namespace Blacklist.Api.Calendar;

internal static class GetCalendarHistoryEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder calendar) => calendar.MapGet("/history", Handle)
        .Summary("What happened to the calendar", "Every year that was published or corrected, in order; the place in it is the calendar's version.")
        .Answers<IReadOnlyList<HistoryEntry>>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(EventStore log, EventTypes types)
    {
        var stream = await log.Load(CalendarYears.StreamId);
        return Answer.Ok(HistoryEntry.Of(stream, types)) with { Version = stream.Version };
    }
}
