using Blacklist.Api.EventLog;
using Blacklist.Api.Pages;

namespace Blacklist.Api.Console.Histories;

/// <summary>Facts of the log as lines that people read.</summary>
internal sealed class Timelines(EventTypes types, AccountRows accounts, PageText texts)
{
    private const string Job = "job:";

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<HistoryLine>> Of(IReadOnlyCollection<EventEnvelope> events, CancellationToken cancellation)
    {
        var names = await accounts.Of(events.SelectMany(recorded => ShownFacts.Accounts(recorded.Data).Prepend(recorded.By)), cancellation);
        return [.. events.OrderByDescending(recorded => recorded.Position).Select(recorded => Line(recorded, names))];
    }

    private HistoryLine Line(EventEnvelope recorded, AccountNames names) => new(
        recorded.Position, recorded.RecordedAt,
        recorded.By.StartsWith(Job, StringComparison.Ordinal) ? texts["history.byItself"] : names[recorded.By],
        texts["event." + HistoryEntry.What(types.Write(recorded.Data).Name)], ShownFacts.Of(recorded.Data, texts, names))
    {
        Stream = recorded.StreamId,
    };
}
