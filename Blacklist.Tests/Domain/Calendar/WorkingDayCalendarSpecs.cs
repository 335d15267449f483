using Blacklist.Domain.Calendar;

namespace Blacklist.Tests.Domain.Calendar;

public sealed class WorkingDayCalendarSpecs
{
    /// <summary>2026 around its National Day: seven days off, the Sunday before and the Saturday after worked.</summary>
    private static readonly WorkingDayCalendar Calendar = new(
        "test-1",
        [
            new(2026, [new("国庆节", new(2026, 10, 1), new(2026, 10, 7))], [new("国庆节", new(2026, 9, 20)), new("国庆节", new(2026, 10, 10))]),
        ]);

    [Theory]
    [InlineData("2026-11-16", 1, "2026-11-17")] // the start is not counted
    [InlineData("2026-11-16", 4, "2026-11-20")]
    [InlineData("2026-11-16", 5, "2026-11-23")] // over a weekend
    [InlineData("2026-11-21", 1, "2026-11-23")] // from a Saturday
    [InlineData("2026-09-18", 1, "2026-09-20")] // a Sunday that is worked
    [InlineData("2026-09-30", 1, "2026-10-08")] // the holiday in one stride
    [InlineData("2026-09-30", 3, "2026-10-10")] // a Saturday that is worked
    [InlineData("2026-09-30", 5, "2026-10-13")]
    [InlineData("2026-10-03", 1, "2026-10-08")] // from within the holiday
    public void Working_days_are_counted_by_the_arrangement(string start, int days, string due) =>
        Calendar.AddWorkingDays(DateOnly.Parse(start), days).Value!.Due.ShouldBe(DateOnly.Parse(due));

    [Fact]
    public void A_deadline_explains_itself()
    {
        var deadline = Calendar.AddWorkingDays(new(2026, 9, 30), 4).Value!;

        deadline.Start.ShouldBe(new(2026, 9, 30));
        deadline.Period.ToString().ShouldBe("P4WD");
        deadline.Due.ShouldBe(new(2026, 10, 12));
        deadline.Skipped.ShouldBe([.. Enumerable.Range(1, 7).Select(day => new SkippedDay(new(2026, 10, day), "国庆节")), new(new(2026, 10, 11), null)]);
        deadline.MakeUpDays.ShouldBe([new("国庆节", new(2026, 10, 10))]);
        deadline.CalendarVersion.ShouldBe("test-1");
        deadline.PassesAt.ShouldBe(DateTimeOffset.Parse("2026-10-12T16:00:00Z"));
    }

    [Theory]
    [InlineData("2026-11-16", "P10D", "2026-11-26")]
    [InlineData("2026-11-16", "P5D", "2026-11-23")] // a Saturday moves to Monday
    [InlineData("2026-08-01", "P2M", "2026-10-08")] // into the holiday, out at its end
    [InlineData("2026-08-10", "P2M", "2026-10-10")] // a Saturday that is worked does not move
    public void A_calendar_period_that_ends_on_a_day_off_ends_on_the_next_working_day(string start, string period, string due) =>
        Calendar.Add(DateOnly.Parse(start), Period.Parse(period).Value!).Value!.Due.ShouldBe(DateOnly.Parse(due));

    [Theory]
    [InlineData("2026-12-30", 2)] // 31 December, then an unknown year
    [InlineData("2025-12-30", 1)]
    [InlineData("2031-03-01", 1)]
    public void A_year_without_an_arrangement_is_refused(string start, int days) =>
        Calendar.AddWorkingDays(DateOnly.Parse(start), days).Problem!.Code.ShouldBe("calendar_year_unknown");

    [Fact]
    public void A_start_in_an_unknown_year_does_no_harm() =>
        Calendar.AddWorkingDays(new(2025, 12, 31), 1).Value!.Due.ShouldBe(new(2026, 1, 1));
}
