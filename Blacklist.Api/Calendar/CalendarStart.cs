using Blacklist.Api.Reference;
using Blacklist.Domain.Calendar;

namespace Blacklist.Api.Calendar;

/// <summary>Offers the years of <c>schema/reference/working-days.json</c> at the start; a year that a person published stands.</summary>
internal sealed class CalendarStart(ShippedRows shipped)
{
    public Task Offer()
    {
        var file = WorkingDaysFile.Read();
        return file.Years.FirstOrDefault(year => PublishCalendarYear.FlawOf(year) is not null) is { } flawed
            ? throw new InvalidDataException($"working-days.json, {flawed.Year}: {PublishCalendarYear.FlawOf(flawed)!.Meaning}")
            : shipped.Offer(CalendarYears.Stream, CalendarYears.StreamId, file.Years, (calendar, year) =>
                OfferShippedYear.Decide(calendar, new OfferShippedYear(year, file.Source)));
    }
}
