using Blacklist.Domain.Calendar;

namespace Blacklist.Tests.Domain.Calendar;

public sealed class PartialDateSpecs
{
    [Theory]
    [InlineData("2021", "2021-01-01", "2021-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2021-12", "2021-12-01", "2021-12-31")]
    [InlineData("2021-05-25", "2021-05-25", "2021-05-25")]
    public void A_partial_date_spans_the_days_it_can_mean(string text, string earliest, string latest)
    {
        var date = PartialDate.Parse(text).Value!;
        (date.Earliest, date.Latest).ShouldBe((DateOnly.Parse(earliest), DateOnly.Parse(latest)));
        date.ToString().ShouldBe(text);
    }

    [Fact]
    public void Only_a_full_date_is_a_day()
    {
        PartialDate.Parse("2021-05-25").Value!.Day.ShouldBe(new(2021, 5, 25));
        PartialDate.Parse("2021-05").Value!.Day.ShouldBeNull();
        PartialDate.Parse("2021").Value!.Day.ShouldBeNull();
    }

    [Fact]
    public void An_empty_date_is_unknown()
    {
        PartialDate.Parse("").Value.ShouldBe(PartialDate.Unknown);
        PartialDate.Unknown.Day.ShouldBeNull();
    }

    [Theory]
    [InlineData("21")]
    [InlineData("2021-13")]
    [InlineData("2021-5")]
    [InlineData("2021-02-29")]
    [InlineData("2021/05/25")]
    [InlineData("0000")]
    [InlineData("9999-1")]
    public void Anything_else_is_refused(string text) => PartialDate.Parse(text).Problem!.Code.ShouldBe("partial_date_format");
}
