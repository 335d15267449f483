using Blacklist.Domain.Calendar;

namespace Blacklist.Tests.Domain.Calendar;

public sealed class LegalDateSpecs
{
    [Theory]
    [InlineData("2026-11-21T15:59:59.999Z", "2026-11-21")]
    [InlineData("2026-11-21T16:00:00Z", "2026-11-22")] // midnight in Shanghai
    [InlineData("2026-12-31T16:00:00Z", "2027-01-01")]
    [InlineData("2028-02-28T23:00:00Z", "2028-02-29")]
    [InlineData("2026-11-22T00:30:00+09:00", "2026-11-21")] // another zone's clock does not matter
    public void The_date_is_that_of_Shanghai(string instant, string date) =>
        LegalDate.At(DateTimeOffset.Parse(instant)).ShouldBe(DateOnly.Parse(date));

    [Fact]
    public void A_date_begins_at_midnight_in_Shanghai() =>
        LegalDate.Begins(new(2031, 3, 2)).ShouldBe(DateTimeOffset.Parse("2031-03-01T16:00:00Z"));
}
