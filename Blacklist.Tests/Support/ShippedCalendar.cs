using Blacklist.Api.Listings;
using Blacklist.Api.Reference;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;

namespace Blacklist.Tests;

/// <summary>The calendar as it is after a first start: the shipped years and nothing else.</summary>
internal static class ShippedCalendar
{
    public static WorkingDayCalendar Now { get; } = WorkingDaysFile.Read().Years
        .Select(year => new CalendarYearPublished(year, "test", Reason: null, ClerkId.ReferenceData))
        .Aggregate(CalendarYears.Initial, CalendarYears.Evolve).ToCalendar();

    public static ProcedureTerms Terms { get; } = new(Now, ProcedureFile.Read());
}
