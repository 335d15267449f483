using Blacklist.Api.Reference;
using Blacklist.Domain.Calendar;

namespace Blacklist.Tests.Reference;

/// <summary>The shipped years against the arrangements the General Office of the State Council published (国办发明电).</summary>
public sealed class WorkingDaysFileTests
{
    private static readonly WorkingDayCalendar Calendar = ShippedCalendar.Now;

    [Theory]
    [InlineData("2004-01-21", "2004-01-29")] // Spring Festival 22 to 28 January
    [InlineData("2007-12-28", "2007-12-29")] // New Year of 2008: Saturday worked …
    [InlineData("2007-12-29", "2008-01-02")] // … for Monday off
    [InlineData("2015-09-02", "2015-09-06")] // victory day: 3 to 5 September, Sunday worked
    [InlineData("2020-01-23", "2020-02-03")] // Spring Festival prolonged to 2 February
    [InlineData("2020-09-30", "2020-10-09")]
    [InlineData("2023-09-28", "2023-10-07")] // Mid-Autumn and National Day together, Saturday worked
    [InlineData("2024-02-09", "2024-02-18")] // Spring Festival 10 to 17 February, Sunday worked
    [InlineData("2024-02-02", "2024-02-04")] // Sunday worked
    [InlineData("2024-09-27", "2024-09-29")] // Sunday worked
    [InlineData("2024-09-30", "2024-10-08")] // National Day 1 to 7 October
    [InlineData("2024-10-11", "2024-10-12")] // Saturday worked
    [InlineData("2025-01-24", "2025-01-26")] // Sunday worked
    [InlineData("2025-01-27", "2025-02-05")] // Spring Festival 28 January to 4 February
    [InlineData("2025-09-30", "2025-10-09")] // National Day and Mid-Autumn 1 to 8 October
    [InlineData("2025-10-10", "2025-10-11")] // Saturday worked
    [InlineData("2025-12-31", "2026-01-04")] // New Year 1 to 3 January, Sunday worked
    [InlineData("2026-02-13", "2026-02-14")] // Saturday worked
    [InlineData("2026-02-14", "2026-02-24")] // Spring Festival 15 to 23 February
    [InlineData("2026-02-27", "2026-02-28")] // Saturday worked
    [InlineData("2026-04-30", "2026-05-06")] // Labour Day 1 to 5 May
    [InlineData("2026-05-08", "2026-05-09")] // Saturday worked
    [InlineData("2026-09-24", "2026-09-28")] // Mid-Autumn 25 to 27 September
    [InlineData("2026-09-30", "2026-10-08")] // National Day 1 to 7 October
    [InlineData("2026-10-09", "2026-10-10")] // Saturday worked
    public void The_next_working_day_is_that_of_the_published_arrangement(string day, string next) =>
        Calendar.AddWorkingDays(DateOnly.Parse(day), 1).Value!.Due.ShouldBe(DateOnly.Parse(next));

    /// <summary>Whole years counted: 365 or 366 days less weekends less statutory holidays, which make-up days never change.</summary>
    [Theory]
    [InlineData(2004, 252)] // 10 statutory holidays on working days until 2007
    [InlineData(2024, 251)] // 11 until 2024
    [InlineData(2025, 248)] // 13 from 2025
    [InlineData(2026, 248)]
    public void A_year_has_as_many_working_days_as_the_statute_leaves(int year, int workingDays)
    {
        var count = 0;
        for (var day = new DateOnly(year - 1, 12, 31); Calendar.AddWorkingDays(day, 1).Value is { } next && next.Due.Year == year; day = next.Due)
        {
            count++;
        }

        count.ShouldBe(workingDays);
    }

    [Fact]
    public void Every_shipped_year_can_be_published() => WorkingDaysFile.Read().Years.ShouldAllBe(year => PublishCalendarYear.FlawOf(year) == null);

    [Fact]
    public void The_years_2004_to_2026_are_known()
    {
        foreach (var year in Enumerable.Range(2004, 23))
        {
            Calendar.AddWorkingDays(new(year, 1, 1), 200).Value.ShouldNotBeNull();
        }

        Calendar.AddWorkingDays(new(2003, 6, 1), 1).Problem!.Code.ShouldBe("calendar_year_unknown");
        Calendar.AddWorkingDays(new(2027, 1, 1), 1).Problem!.Code.ShouldBe("calendar_year_unknown");
    }
}
