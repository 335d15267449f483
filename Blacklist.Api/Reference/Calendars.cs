using Blacklist.Api.EventLog;
using Blacklist.Domain.Calendar;

namespace Blacklist.Api.Reference;

/// <summary>The working-day calendar as the log has it now; kept in memory for as long as its stream does not grow.</summary>
internal sealed class Calendars(EventStore log)
{
    private volatile Known? _known;

    /// <summary>To be asked for each deadline anew: an administrator may have corrected a year, on any node.</summary>
    public async Task<WorkingDayCalendar> Current()
    {
        var version = await log.VersionOf(CalendarYears.StreamId);
        if (_known is not { } known || known.Version != version)
        {
            var stream = await log.Load(CalendarYears.StreamId);
            known = new Known(stream.Version, stream.Fold(CalendarYears.Initial, CalendarYears.Evolve).ToCalendar());
            _known = known;
        }

        return known.Calendar;
    }

    private sealed record Known(long Version, WorkingDayCalendar Calendar);
}
