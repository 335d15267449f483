using System.Text.Json;
using Blacklist.Domain.Calendar;

namespace Blacklist.Api.Reference;

/// <summary>Reads <c>working-days.json</c>: the published holidays and make-up days by year.</summary>
internal static class WorkingDaysFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static WorkingDayCalendar Read()
    {
        var content = JsonSerializer.Deserialize<Content>(ReferenceFile.ReadText("working-days.json"), Json)
            ?? throw new InvalidDataException("The working days are empty.");
        return new(content.Version, content.Years);
    }

    private sealed record Content(string Version, string Source, IReadOnlyList<CalendarYear> Years);
}
