using Blacklist.Api.Audit;
using Blacklist.Api.Audit.Reading;
using Blacklist.Api.CallerNotices;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Lookups;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Console.Listings;

/// <summary>
/// Everything that happened around a person, in one order, as far as the reader's regions and permissions go: the listings and the appeals, the identities,
/// who was told of it, who asked for the person, who was shown the file.
/// </summary>
internal sealed class CaseTimeline(EventStore log, Timelines timelines, CallerNoticeRows notices, PersonTrail trail, AccountRows accounts, PageText texts)
{
    private const int MostLookups = 200;

    public async Task<IReadOnlyList<HistoryLine>> Of(EventStream listing, Caller caller, CancellationToken cancellation)
    {
        var person = await trail.Find(listing.Id, documents: [], cancellation);
        var others = await log.Load([.. person.Persons, .. person.Files.Where(file => file != listing.Id)]);
        var numbers = others.Values.Select(stream => (stream.Id, Number: NumberInSight(stream, caller))).Where(stream => stream.Number is not null).ToDictionary(stream => stream.Id, stream => stream.Number!);
        var facts = others.Values.Where(stream => numbers.ContainsKey(stream.Id) || person.Persons.Contains(stream.Id)).SelectMany(stream => stream.Events)
            .Concat(listing.Events).ToList();
        return
        [
            .. (await timelines.Of(facts, cancellation)).Select(line => line with { About = numbers.GetValueOrDefault(line.Stream) })
                .Concat(await Told(await notices.CausedBy(facts.Select(fact => fact.Position), cancellation), cancellation))
                .Concat(await LookedUp(person, caller, cancellation))
                .OrderByDescending(line => line.At).ThenByDescending(line => line.Position),
        ];
    }

    /// <returns>Null for a record that is not the reader's to see, and for what is neither a listing nor an appeal.</returns>
    private static string? NumberInSight(EventStream stream, Caller caller)
    {
        var (listing, appeal) = (stream.Fold(Listing.Initial, Listing.Evolve), stream.Fold(Appeal.Initial, Appeal.Evolve));
        return listing.Number.Length > 0 && caller.Covers(listing.Region) ? listing.Number
            : appeal.Status != AppealStatus.None && caller.Covers(appeal.Region) && caller.May(Permission.ReadAppeals) ? appeal.Number
            : null;
    }

    private async Task<IEnumerable<HistoryLine>> Told(IReadOnlyList<CallerNoticeRow> told, CancellationToken cancellation)
    {
        var names = await accounts.Of(told.Select(notice => notice.Caller), cancellation);
        return told.Select(notice => new HistoryLine(
            notice.CausePosition, notice.OpenedAt, texts["history.byItself"], texts["event.caller_notice_opened"],
            [
                new(texts["field.caller"], names[notice.Caller]),
                new(texts["field.checks"], texts["notices.counts", notice.Checks, notice.WrongRefusals, notice.WrongClearances]),
            ]));
    }

    /// <summary>Who asked is for everybody who may read the checks of others; who read the file, for those who answer for it.</summary>
    private async Task<IEnumerable<HistoryLine>> LookedUp(LookedUpPerson person, Caller caller, CancellationToken cancellation)
    {
        var seesAll = caller.May(Permission.ReadAudit) || caller.May(Permission.ReportDisclosures);
        if (!seesAll && !caller.May(Permission.ReadChecksOfOthers))
        {
            return [];
        }

        var query = new AuditQuery(caller.Regions) { Kind = seesAll ? null : AuditKind.Check };
        var rows = (await trail.Read(person, query, before: null, MostLookups, cancellation)).Where(row => row.Kind != AuditKind.Act).ToList();
        var names = await accounts.Of(rows.Select(row => row.Caller), cancellation);
        return rows.Select(row => new HistoryLine(0, row.At, names[row.Caller], texts[$"caseLookup.{EnumWords.Of(row.Kind)}"], [.. Facts(row)]));
    }

    private IEnumerable<Shown> Facts(AuditRow row)
    {
        (string Key, string? Value)[] facts =
        [
            ("caseLookup.department", row.Department), ("caseLookup.purpose", row.Purpose is { } purpose ? texts[$"checkPurpose.{purpose}"] : null),
            ("caseLookup.application", row.ApplicationReference), ("caseLookup.told", texts[$"caseLookup.tier.{EnumWords.Of(row.Disclosed)}"]),
        ];
        return facts.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => new Shown(texts[fact.Key], fact.Value!));
    }
}
