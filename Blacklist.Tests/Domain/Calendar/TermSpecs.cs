using Blacklist.Domain.Calendar;

namespace Blacklist.Tests.Domain.Calendar;

public sealed class TermSpecs
{
    [Theory]
    [InlineData("2026-03-01", "P5Y", "2031-03-01")] // the corresponding day
    [InlineData("2024-02-29", "P5Y", "2029-02-28")] // a leap day without one: the month's last day
    [InlineData("2024-02-29", "P4Y", "2028-02-29")]
    [InlineData("2023-02-28", "P5Y", "2028-02-28")] // corresponding, though 29 February is the last day then
    [InlineData("2095-02-28", "P5Y", "2100-02-28")] // 2100 is no leap year
    [InlineData("2026-12-31", "P5Y", "2031-12-31")]
    [InlineData("2026-01-31", "P1M", "2026-02-28")]
    [InlineData("2028-01-31", "P1M", "2028-02-29")]
    [InlineData("2026-03-31", "P6M", "2026-09-30")]
    [InlineData("2026-08-31", "P6M", "2027-02-28")]
    [InlineData("2026-09-30", "P6M", "2027-03-30")] // not the end of March
    [InlineData("2026-10-15", "P18M", "2028-04-15")]
    [InlineData("2026-12-28", "P10D", "2027-01-07")] // the start is not counted
    [InlineData("2028-02-28", "P1D", "2028-02-29")]
    public void A_term_ends_on_the_corresponding_day(string start, string term, string last) =>
        Of(term).EndsOn(DateOnly.Parse(start)).ShouldBe(DateOnly.Parse(last));

    [Theory]
    [InlineData("2026-02-28", false)]
    [InlineData("2026-03-01", true)]
    [InlineData("2031-03-01", true)] // its last day
    [InlineData("2031-03-02", false)] // lapsed at 00:00
    public void A_term_runs_from_its_first_day_to_its_last(string day, bool runs) =>
        Of("P5Y").RunsOn(DateOnly.Parse(day), new(2026, 3, 1)).ShouldBe(runs);

    [Fact]
    public void An_indefinite_term_has_no_end_and_never_stops()
    {
        Of("indefinite").ShouldBe(Term.Indefinite);
        Term.Indefinite.EndsOn(new(2026, 3, 1)).ShouldBeNull();
        Term.Indefinite.RunsOn(DateOnly.MaxValue, new(2026, 3, 1)).ShouldBeTrue();
        Term.Indefinite.RunsOn(new(2026, 2, 28), new(2026, 3, 1)).ShouldBeFalse();
        Term.Indefinite.ToString().ShouldBe("indefinite");
    }

    [Theory]
    [InlineData("", "period_format")]
    [InlineData("forever", "period_format")]
    [InlineData("P5WD", "term_in_working_days")]
    public void Anything_else_is_refused(string text, string code) => Term.Parse(text).Problem!.Code.ShouldBe(code);

    private static Term Of(string text) => Term.Parse(text).Value!;
}
