using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;
using static Blacklist.Tests.Domain.Calendar.ACalendar;

namespace Blacklist.Tests.Domain.Calendar;

public sealed class PublishCalendarYearSpecs
{
    private static Outcome Publish(CalendarYears calendar, CalendarYear year) =>
        PublishCalendarYear.Decide(calendar, new PublishCalendarYear(year, Published.Source, "录入", Administrator));

    [Fact]
    public void A_year_is_published() => Given().When(c => Publish(c, Year)).Then(Published);

    [Fact]
    public void The_same_year_again_changes_nothing() => Given(Published).When(c => Publish(c, With([.. Year.Holidays], [.. Year.MakeUpDays]))).Then();

    [Fact]
    public void A_year_is_corrected()
    {
        var corrected = With(makeUpDays: []);
        Given(Published).When(c => Publish(c, corrected)).Then(new CalendarYearPublished(corrected, Published.Source, "录入", Administrator));
    }

    [Fact]
    public void Each_change_is_a_version_that_deadlines_carry()
    {
        var corrected = Published with { Year = With(makeUpDays: []) };
        After(Published).ToCalendar().AddWorkingDays(new(2025, 12, 31), 1).Problem.ShouldBeNull();
        After(Published).ToCalendar().AddWorkingDays(new(2026, 1, 2), 1).Value!.ShouldSatisfyAllConditions(
            deadline => deadline.Due.ShouldBe(new(2026, 1, 4)), deadline => deadline.CalendarVersion.ShouldBe("1"));
        After(Published, corrected).ToCalendar().AddWorkingDays(new(2026, 1, 2), 1).Value!.ShouldSatisfyAllConditions(
            deadline => deadline.Due.ShouldBe(new(2026, 1, 5)), deadline => deadline.CalendarVersion.ShouldBe("2"));
    }

    [Fact]
    public void A_holiday_does_not_end_before_it_begins() =>
        Given().When(c => Publish(c, With([new("元旦", new(2026, 1, 3), new(2026, 1, 1))], []))).ThenRefused(PublishCalendarYear.Reversed);

    [Theory]
    [InlineData("2025-12-31", "2026-01-03")] // its last day of December belongs into the block of 2025
    [InlineData("2026-12-31", "2027-01-02")]
    [InlineData("2027-01-01", "2027-01-01")]
    public void Every_date_lies_in_the_year(string first, string last) =>
        Given().When(c => Publish(c, With([new("元旦", DateOnly.Parse(first), DateOnly.Parse(last))], []))).ThenRefused(PublishCalendarYear.OutsideYear);

    [Theory]
    [InlineData("2026-01-03")] // off and worked
    [InlineData("2026-01-04")] // worked twice
    public void No_day_is_named_twice(string day) =>
        Given().When(c => Publish(c, With(makeUpDays: [.. Year.MakeUpDays, new("元旦", DateOnly.Parse(day))]))).ThenRefused(PublishCalendarYear.Overlapping);

    [Fact]
    public void No_two_holidays_overlap() =>
        Given().When(c => Publish(c, With([.. Year.Holidays, new("元旦", new(2026, 1, 3), new(2026, 1, 3))]))).ThenRefused(PublishCalendarYear.Overlapping);

    [Fact]
    public void A_weekday_is_worked_anyway() =>
        Given().When(c => Publish(c, With(makeUpDays: [new("元旦", new(2026, 1, 5))]))).ThenRefused(PublishCalendarYear.NoWeekend);
}
