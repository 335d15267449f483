using Blacklist.Domain.Calendar;

namespace Blacklist.Api.Reference;

/// <summary>Reads <c>working-days.json</c>: the published holidays and make-up days by year, as shipped.</summary>
internal sealed record WorkingDaysFile(string Source, IReadOnlyList<CalendarYear> Years)
{
    public static WorkingDaysFile Read() => ReferenceFile.ReadJson<WorkingDaysFile>("working-days.json");
}
