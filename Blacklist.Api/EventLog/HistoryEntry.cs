using System.Text.Json;

namespace Blacklist.Api.EventLog;

/// <summary>One fact of a stream, as its history shows it.</summary>
/// <param name="Type">Stored name of the fact.</param>
/// <param name="By">Subject of the token that caused it.</param>
internal sealed record HistoryEntry(long Version, string Type, DateTimeOffset RecordedAt, string By, JsonElement Data)
{
    public static IReadOnlyList<HistoryEntry> Of(EventStream stream, EventTypes types) =>
    [
        .. stream.Events.Select(envelope =>
        {
            var stored = types.Write(envelope.Data);
            return new HistoryEntry(envelope.Version, stored.Name, envelope.RecordedAt, envelope.By, JsonElement.Parse(stored.Json));
        }),
    ];
}
