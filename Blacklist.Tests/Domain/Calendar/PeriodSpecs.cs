using Blacklist.Domain.Calendar;

namespace Blacklist.Tests.Domain.Calendar;

public sealed class PeriodSpecs
{
    [Theory]
    [InlineData("P5Y", 5, PeriodUnit.Years)]
    [InlineData("P6M", 6, PeriodUnit.Months)]
    [InlineData("P10D", 10, PeriodUnit.Days)]
    [InlineData("P5WD", 5, PeriodUnit.WorkingDays)]
    [InlineData("P999D", 999, PeriodUnit.Days)]
    public void A_period_is_read_and_written_alike(string text, int length, PeriodUnit unit)
    {
        var period = Period.Parse(text).Value!;
        (period.Length, period.Unit, period.ToString()).ShouldBe((length, unit, text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PY")]
    [InlineData("5Y")]
    [InlineData("P5")]
    [InlineData("P0Y")]
    [InlineData("P05Y")]
    [InlineData("P-5Y")]
    [InlineData("P1000D")]
    [InlineData("P1Y6M")] // mixed
    [InlineData("P5W")]
    [InlineData("P5DD")]
    [InlineData("PT5M")] // minutes
    [InlineData("p5y")]
    [InlineData("P５Y")] // full-width digit
    [InlineData("P5Y ")]
    public void Anything_else_is_refused(string text) => Period.Parse(text).Problem!.Code.ShouldBe("period_format");
}
