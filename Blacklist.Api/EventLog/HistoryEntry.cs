using System.Text.Json;
using Blacklist.Api.Audit;

namespace Blacklist.Api.EventLog;

/// <summary>One fact of a stream, as its history shows it; of a person it has a reference at most.</summary>
/// <param name="Type">What happened; data is in today's shape of it, whatever shape was stored.</param>
/// <param name="By">Subject of the token that caused it.</param>
[Disclosed(DisclosureTier.Nothing)]
internal sealed record HistoryEntry(long Version, string Type, DateTimeOffset RecordedAt, string By, JsonElement Data)
{
    public static IReadOnlyList<HistoryEntry> Of(EventStream stream, EventTypes types) =>
    [
        .. stream.Events.Select(envelope =>
        {
            var stored = types.Write(envelope.Data);
            return new HistoryEntry(envelope.Version, What(stored.Name), envelope.RecordedAt, envelope.By, JsonElement.Parse(stored.Json));
        }),
    ];

    /// <summary>The stored name without the number of its shape.</summary>
    public static string What(string storedName) =>
        storedName.LastIndexOf("_v", StringComparison.Ordinal) is var at and > 0 && storedName[(at + 2)..].All(char.IsAsciiDigit) ? storedName[..at] : storedName;
}

/// <summary>The same of a person's case: its facts hold what was said and found.</summary>
[Disclosed(DisclosureTier.CaseFile)]
internal sealed record CaseHistoryEntry(long Version, string Type, DateTimeOffset RecordedAt, string By, JsonElement Data)
{
    public static IReadOnlyList<CaseHistoryEntry> Of(EventStream stream, EventTypes types) =>
        [.. HistoryEntry.Of(stream, types).Select(entry => new CaseHistoryEntry(entry.Version, entry.Type, entry.RecordedAt, entry.By, entry.Data))];
}
