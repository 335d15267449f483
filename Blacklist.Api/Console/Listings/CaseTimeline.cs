using Blacklist.Api.Appeals;
using Blacklist.Api.CallerNotices;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.EventLog;
using Blacklist.Api.Pages;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Console.Listings;

/// <summary>Everything that happened around a listing, in one order: itself, the appeals against it, the identities of its person, who was told of it.</summary>
internal sealed class CaseTimeline(EventStore log, Timelines timelines, CallerNoticeRows notices, AccountRows accounts, PageText texts)
{
    public async Task<IReadOnlyList<HistoryLine>> Of(EventStream listing, PersonId person, IReadOnlyList<AppealRow> appeals, CancellationToken cancellation)
    {
        var others = await log.Load([person.Value, .. appeals.Select(appeal => appeal.Id)]);
        var numbers = appeals.ToDictionary(appeal => appeal.Id, appeal => appeal.Number);
        var facts = listing.Events.Concat(others.Values.SelectMany(stream => stream.Events)).ToList();
        var told = await notices.CausedBy(facts.Select(fact => fact.Position), cancellation);
        var names = await accounts.Of(told.Select(notice => notice.Caller), cancellation);
        return
        [
            .. (await timelines.Of(facts, cancellation)).Select(line => line with { About = numbers.GetValueOrDefault(line.Stream) })
                .Concat(told.Select(notice => Told(notice, names[notice.Caller])))
                .OrderByDescending(line => line.At).ThenByDescending(line => line.Position),
        ];
    }

    private HistoryLine Told(CallerNoticeRow notice, string caller) => new(
        notice.CausePosition, notice.OpenedAt, texts["history.byItself"], texts["event.caller_notice_opened"],
        [
            new(texts["field.caller"], caller),
            new(texts["field.checks"], texts["notices.counts", notice.Checks, notice.WrongRefusals, notice.WrongClearances]),
        ]);
}
