using Blacklist.Api.EventLog;
using Blacklist.Api.Pages;

namespace Blacklist.Api.Console.Histories;

/// <summary>A fact of the log as a line that people read: what, when, who, and why.</summary>
/// <param name="About">What it happened to, where lines of several records stand together.</param>
internal sealed record HistoryLine(long Position, DateTimeOffset At, string By, string What, IReadOnlyList<Shown> Facts, string? About = null)
{
    private const string Job = "job:";

    public static HistoryLine Of(EventEnvelope recorded, EventTypes types, PageText texts) => new(
        recorded.Position, recorded.RecordedAt, Who(recorded.By, texts), texts["event." + HistoryEntry.What(types.Write(recorded.Data).Name)],
        ShownFacts.Of(recorded.Data, texts));

    /// <summary>The newest first.</summary>
    public static IReadOnlyList<HistoryLine> Of(IEnumerable<EventEnvelope> events, EventTypes types, PageText texts) =>
        [.. events.OrderByDescending(recorded => recorded.Position).Select(recorded => Of(recorded, types, texts))];

    private static string Who(string by, PageText texts) => by.StartsWith(Job, StringComparison.Ordinal) ? texts["history.byItself"] : by;
}

/// <summary>A value with its label.</summary>
internal sealed record Shown(string Label, string Value);
