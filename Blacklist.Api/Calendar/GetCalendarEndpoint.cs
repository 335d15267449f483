using Blacklist.Api.Audit;
using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Calendar;

namespace Blacklist.Api.Calendar;

internal static class GetCalendarEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder calendar) => calendar.MapGet("/", Handle)
        .Summary("The working-day calendar", "Which years are known, from what source, and the version that deadlines carry. A year that is not among them is refused, never guessed.")
        .Answers<CalendarAnswer>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(EventStore log)
    {
        var stream = await log.Load(CalendarYears.StreamId);
        var calendar = stream.Fold(CalendarYears.Initial, CalendarYears.Evolve);
        return Answer.Ok(new CalendarAnswer($"{calendar.Version}", [.. calendar.Years.Values.Select(KnownYear.Of)])) with { Version = stream.Version };
    }
}

/// <param name="Version">The `calendarVersion` of deadlines computed with it.</param>
[Disclosed(DisclosureTier.Nothing)]
internal sealed record CalendarAnswer(string Version, IReadOnlyList<KnownYear> Years);

/// <param name="By">Who published it; `reference-data` for what came with the program.</param>
internal sealed record KnownYear(int Year, string Source, string By)
{
    public static KnownYear Of(PublishedYear published) => new(published.Year.Year, published.Source, published.By.Value);
}
