using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Calendar;

/// <summary>A year of the shipped file, at every start: it enters where no person has published that year.</summary>
public sealed record OfferShippedYear(CalendarYear Year, string Source)
{
    public static IReadOnlyList<Refusal> Refusals { get; } = [];

    public static Outcome Decide(CalendarYears calendar, OfferShippedYear command) => calendar.Years.GetValueOrDefault(command.Year.Year) switch
    {
        { } known when known.By != ClerkId.ReferenceData || known.Year == command.Year => Outcome.Nothing,
        _ => Outcome.Record(new CalendarYearPublished(command.Year, command.Source, Reason: null, ClerkId.ReferenceData)),
    };
}
