using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;
using static Blacklist.Tests.Domain.Calendar.ACalendar;

namespace Blacklist.Tests.Domain.Calendar;

public sealed class OfferShippedYearSpecs
{
    private static readonly CalendarYear Changed = With(makeUpDays: []);

    private static Outcome Offer(CalendarYears calendar, CalendarYear year) => OfferShippedYear.Decide(calendar, new OfferShippedYear(year, "file"));

    [Fact]
    public void A_year_that_is_not_known_enters() => Given().When(c => Offer(c, Year)).Then(Shipped);

    [Fact]
    public void The_next_start_changes_nothing() => Given(Shipped).When(c => Offer(c, Year)).Then();

    [Fact]
    public void A_year_that_the_file_corrected_takes_the_place_of_the_shipped_one() =>
        Given(Shipped).When(c => Offer(c, Changed)).Then(Shipped with { Year = Changed });

    [Fact]
    public void The_year_of_an_administrator_stands() => Given(Shipped, Published with { Year = Changed }).When(c => Offer(c, Year)).Then();
}
