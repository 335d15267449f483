using Blacklist.Api.EventLog;
using Blacklist.Api.Pages;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Console.Histories;

/// <summary>Facts of the log as lines that people read.</summary>
internal sealed class Timelines(EventTypes types, AccountRows accounts, RegionCatalogue regions, PageText texts)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<HistoryLine>> Of(IReadOnlyCollection<EventEnvelope> events, CancellationToken cancellation)
    {
        var names = await accounts.Of(events.SelectMany(recorded => ShownFacts.Accounts(recorded.Data).Prepend(recorded.By)), cancellation);
        return [.. events.OrderByDescending(recorded => recorded.Position).Select(recorded => Line(recorded, names))];
    }

    private HistoryLine Line(EventEnvelope recorded, AccountNames names) => new(
        recorded.Position, recorded.RecordedAt, names[recorded.By],
        texts["event." + HistoryEntry.What(types.Write(recorded.Data).Name)], new ShownFacts(texts, names, regions).Of(recorded.Data))
    {
        Stream = recorded.StreamId,
    };
}
