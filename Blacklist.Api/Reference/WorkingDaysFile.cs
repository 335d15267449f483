using Blacklist.Domain.Calendar;

namespace Blacklist.Api.Reference;

/// <summary>Reads <c>working-days.json</c>: the published holidays and make-up days by year.</summary>
internal static class WorkingDaysFile
{
    public static WorkingDayCalendar Read()
    {
        var content = ReferenceFile.ReadJson<Content>("working-days.json");
        return new(content.Version, content.Years);
    }

    private sealed record Content(string Version, string Source, IReadOnlyList<CalendarYear> Years);
}
