using Blacklist.Api.Audit;
using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Calendar;

namespace Blacklist.Api.Calendar;

internal static class GetCalendarYearEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder calendar) => calendar.MapGet("/{year:int}", Handle)
        .Summary("A year of the calendar", "Its holidays, and the weekend days that are worked instead (调休).")
        .PathExample("year", "2026")
        .Answers<CalendarYearAnswer>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(int year, EventStore log)
    {
        var stream = await log.Load(CalendarYears.StreamId);
        var calendar = stream.Fold(CalendarYears.Initial, CalendarYears.Evolve);
        return calendar.Years.GetValueOrDefault(year) is { } published
            ? Answer.Ok(CalendarYearAnswer.Of(published, calendar)) with { Version = stream.Version }
            : Problems.NotFound();
    }
}

/// <summary>A year as it stands.</summary>
/// <param name="By">Who published it; `reference-data` for what came with the program.</param>
/// <param name="CalendarVersion">Version of the whole calendar.</param>
[Disclosed(DisclosureTier.Nothing)]
internal sealed record CalendarYearAnswer(
    int Year, IReadOnlyList<Holiday> Holidays, IReadOnlyList<MakeUpDay> MakeUpDays, string Source, string By, string CalendarVersion)
{
    public static CalendarYearAnswer Of(PublishedYear published, CalendarYears calendar) => new(
        published.Year.Year, published.Year.Holidays, published.Year.MakeUpDays, published.Source, published.By.Value, $"{calendar.Version}");
}
