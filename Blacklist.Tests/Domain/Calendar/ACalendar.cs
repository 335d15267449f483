using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;

namespace Blacklist.Tests.Domain.Calendar;

internal static class ACalendar
{
    public static readonly ClerkId Administrator = new("administrator-1");

    /// <summary>A New Year of three days, the Sunday after it worked.</summary>
    public static readonly CalendarYear Year = new(2026, [new("元旦", new(2026, 1, 1), new(2026, 1, 3))], [new("元旦", new(2026, 1, 4))]);

    public static readonly CalendarYearPublished Published = new(Year, "国办发明电〔2025〕7号", "录入", Administrator);
    public static readonly CalendarYearPublished Shipped = new(Year, "file", null, ClerkId.ReferenceData);

    public static Scenario<CalendarYears> Given(params IEvent[] facts) => Scenario<CalendarYears>.Given(CalendarYears.Initial, CalendarYears.Evolve, facts);

    public static CalendarYears After(params IEvent[] facts) => facts.Aggregate(CalendarYears.Initial, CalendarYears.Evolve);

    /// <summary>The same year otherwise.</summary>
    public static CalendarYear With(IReadOnlyList<Holiday>? holidays = null, IReadOnlyList<MakeUpDay>? makeUpDays = null) =>
        new(Year.Year, holidays ?? Year.Holidays, makeUpDays ?? Year.MakeUpDays);
}
