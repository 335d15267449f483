using Blacklist.Api.Audit;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Console.Lists;
using Blacklist.Api.Console.Overview;
using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http;
using Blacklist.Api.Listings;
using Blacklist.Api.Pages;
using Blacklist.Api.Reference;
using Blacklist.Api.Security;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Listings;

/// <summary>The work list: the listings of a stage, whose turn comes next first.</summary>
[Requires(Permission.ReadListings)]
internal abstract class WorkList(ListingReader reader, EventStore log, Calendars calendars, RegionCatalogue regions, PageText texts, TimeProvider time)
    : ListPage<WorkItem, WorkPlace>(texts, time)
{
    /// <summary>In the order of a listing's life.</summary>
    public static readonly IReadOnlyList<ListingStatus> Stages =
    [
        ListingStatus.Proposed, ListingStatus.NoticeServed, ListingStatus.InForce,
        ListingStatus.Lapsed, ListingStatus.Repaired, ListingStatus.Annulled, ListingStatus.Dropped,
    ];

    [BindProperty(SupportsGet = true)]
    public string? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Region { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    /// <summary>In the region itself, and in no part of it.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Alone { get; set; }

    /// <summary>On which rule they stand: <see cref="TermQuery"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Basis { get; set; }

    /// <summary>When their terms end: <see cref="TermQuery"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Ends { get; set; }

    /// <summary>What narrows the list beside its form, in words.</summary>
    public IReadOnlyList<string> Narrowed { get; private set; } = [];

    public ListingStatus Status => EnumWords.TryRead<ListingStatus>(Stage ?? "", out var asked) && Stages.Contains(asked) ? asked : FirstStage;

    /// <summary>No listing of the regions has the number that was asked for.</summary>
    public bool IsUnknownNumber => !string.IsNullOrWhiteSpace(Number);

    public IReadOnlyList<Offer> Regions => RegionOffers.Of(regions, Caller.Regions);

    protected override string Name => "listings";

    protected override IReadOnlyList<Column<WorkItem>> Columns =>
    [
        new("cases.number", item => item.Row.Number),
        new("cases.person", item => item.Person),
        new("field.part", item => Texts.Of(item.Row.Part)),
        new("cases.organization", item => item.Organization),
        new("field.dispositionDocument", item => item.Row.DispositionDocument),
        new("cases.stage", item => Texts.Of(item.Row.Status)),
        new("cases.turn", item => item.Turn?.Text),
        new("field.statementPeriod", item => PageText.Day(item.Row.StatementUntil)),
        new("field.decidedOn", item => PageText.Day(item.Row.DecidedOn)),
        new("cases.disputed", item => item.Row.Disputed ? Texts["form.yes"] : ""),
        new("organization.region", item => NameOf(item.Row.Region)),
    ];

    /// <summary>Who decides begins with what waits for a decision.</summary>
    private ListingStatus FirstStage => Caller.May(Permission.DecideListings) && !Caller.May(Permission.ServeNotices) ? ListingStatus.NoticeServed : ListingStatus.Proposed;

    public static string Word(ListingStatus stage) => EnumWords.Of(stage);

    public string NameOf(RegionCode region) => regions.NameOf(region) ?? region.Value;

    protected override Guid? IdOf(WorkItem item) => item.Row.Id;

    protected override async Task<string?> Shortcut(CancellationToken cancellation) =>
        IsUnknownNumber && await reader.Listings.IdOf(Number!.Trim(), cancellation) is { } id ? $"/console/listings/{id}" : null;

    protected override async Task<Page<WorkItem>> Read(PageRequest<WorkPlace> page, CancellationToken cancellation)
    {
        var within = RegionCode.Parse(Region ?? "").Value;
        var filter = new WorkFilter(Status, within) { Alone = Alone && within is not null, Terms = await Terms(cancellation) };
        Narrowed = [.. Narrowed, .. filter.Alone ? [Texts["cases.alone", NameOf(within!)]] : Array.Empty<string>()];
        var rows = page.Of(
            await reader.Listings.WorkList(Caller.Regions, filter, page.After?.Key, page.Limit + 1, cancellation),
            row => new WorkPlace(row.StatementUntil, row.Number));
        return new Page<WorkItem>(await Items(rows.Items, cancellation), rows.NextCursor);
    }

    /// <returns>Null where the terms do not matter; only what is in force has one.</returns>
    private async Task<IReadOnlyList<ListingTerm>?> Terms(CancellationToken cancellation)
    {
        var query = new TermQuery(Basis, Ends);
        if (query.IsEmpty || Status != ListingStatus.InForce)
        {
            return null;
        }

        var catalogue = (await log.Load(RuleCatalogue.StreamId)).Fold(RuleCatalogue.Initial, RuleCatalogue.Evolve);
        var terms = new ListingTerms(catalogue.Rules);
        Narrowed = [.. query.Told(id => catalogue.Find(id) is { } rule ? $"{rule.Title} {rule.Article}" : null, Texts)];
        return [.. (await reader.Listings.Terms(Caller.Regions, cancellation)).Select(count => count.Term).Where(term => query.Includes(term, terms))];
    }

    private async Task<IReadOnlyList<WorkItem>> Items(IReadOnlyList<ListingRow> rows, CancellationToken cancellation)
    {
        var calendar = await calendars.Current();
        var names = await reader.Organizations.Names([.. rows.Select(row => row.BannedOrganizationId).Distinct()], cancellation);
        var ids = await reader.Listings.PersonsOf([.. rows.Select(row => row.Id)], cancellation);
        var cards = await reader.Persons.Of([.. ids.Values.Distinct()]);
        return
        [
            .. rows.Select(row => new WorkItem(
                row, cards.GetValueOrDefault(ids[row.Id])?.Name ?? Texts["person.hidden"], names.GetValueOrDefault(row.BannedOrganizationId, ""),
                row is { Status: ListingStatus.NoticeServed, StatementUntil: { } until } ? Turn(row, until, calendar.WorkingDaysLeft(Today, until)) : null)),
        ];
    }

    /// <summary>Who was heard, or let the time pass, can be decided on.</summary>
    private (string Tone, string Text) Turn(ListingRow row, DateOnly until, int? left) =>
        row.Statement is not null || until < Today ? ("good", Texts["cases.readyToDecide"]) : DeadlineWords.Left(until, Today, left, Texts);
}

/// <summary>A part of it, as a page.</summary>
internal sealed class IndexModel(ListingReader reader, EventStore log, Calendars calendars, RegionCatalogue regions, PageText texts, TimeProvider time) : WorkList(reader, log, calendars, regions, texts, time);

/// <summary>All of it, as a file.</summary>
[RequiresRecentSecondFactor]
[Audited(AuditKind.Export)]
internal sealed class ExportModel(ListingReader reader, EventStore log, Calendars calendars, RegionCatalogue regions, PageText texts, TimeProvider time)
    : WorkList(reader, log, calendars, regions, texts, time);

/// <param name="Turn">How far it is, with colour and words; null where nothing runs.</param>
internal sealed record WorkItem(ListingRow Row, string Person, string Organization, (string Tone, string Text)? Turn);
