using Blacklist.Api.Appeals;
using Blacklist.Api.CallerNotices;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.EventLog;
using Blacklist.Api.Pages;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Console.Listings;

/// <summary>Everything that happened around a listing, in one order: itself, the appeals against it, the identities of its person, who was told of it.</summary>
internal sealed class CaseTimeline(EventStore log, EventTypes types, CallerNoticeRows notices, PageText texts)
{
    public async Task<IReadOnlyList<HistoryLine>> Of(EventStream listing, PersonId person, IReadOnlyList<AppealRow> appeals, CancellationToken cancellation)
    {
        var others = await log.Load([person.Value, .. appeals.Select(appeal => appeal.Id)]);
        var numbers = appeals.ToDictionary(appeal => appeal.Id, appeal => appeal.Number);
        var facts = listing.Events.Concat(others.Values.SelectMany(stream => stream.Events)).ToList();
        var told = await notices.CausedBy(facts.Select(fact => fact.Position), cancellation);
        return
        [
            .. facts.Select(fact => HistoryLine.Of(fact, types, texts) with { About = numbers.GetValueOrDefault(fact.StreamId) })
                .Concat(told.Select(Told))
                .OrderByDescending(line => line.At).ThenByDescending(line => line.Position),
        ];
    }

    private HistoryLine Told(CallerNoticeRow notice) => new(
        notice.CausePosition, notice.OpenedAt, texts["history.byItself"], texts["event.caller_notice_opened"],
        [
            new(texts["field.caller"], notice.Caller),
            new(texts["field.checks"], texts["notices.counts", notice.Checks, notice.WrongRefusals, notice.WrongClearances]),
        ]);
}
