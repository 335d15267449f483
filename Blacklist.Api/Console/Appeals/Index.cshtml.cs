using Blacklist.Api.Appeals;
using Blacklist.Api.Audit;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Console.Lists;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Blacklist.Api.Reference;
using Blacklist.Api.Security;
using Blacklist.Domain.Appeals;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Appeals;

/// <summary>The board of appeals: whose day comes next first, overdue ones before all others.</summary>
[Requires(Permission.ReadAppeals)]
internal abstract class AppealBoard(AppealRows appeals, AppealReader reader, AccountRows accounts, Calendars calendars, PageText texts, TimeProvider time)
    : ListPage<AppealOnPage, BoardPlace>(texts, time)
{
    private const int MostOverdue = 1000;

    public static readonly IReadOnlyList<AppealStatus> Stages =
        [AppealStatus.Filed, AppealStatus.Admitted, AppealStatus.Assigned, AppealStatus.Decided, AppealStatus.Rejected, AppealStatus.Withdrawn];

    /// <summary>Stages that are several, and one that lies across them.</summary>
    public const string OpenStage = "open";
    public const string OverdueStage = "overdue";

    public const string NoRemedy = "none";

    /// <summary>Something is left to be done.</summary>
    public static readonly IReadOnlyList<AppealStatus> Open = [AppealStatus.Filed, AppealStatus.Admitted, AppealStatus.Assigned];

    [BindProperty(SupportsGet = true)]
    public string? Stage { get; set; }

    /// <summary>What was decided.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Remedy { get; set; }

    /// <summary>Received on this day or later, or still open.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Since { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Mine { get; set; }

    /// <summary>Null shows them all.</summary>
    public AppealStatus? Status => EnumWords.TryRead<AppealStatus>(Stage ?? "", out var asked) && Stages.Contains(asked) ? asked : null;

    public bool IsOpen => Stage is OpenStage or OverdueStage;

    /// <summary>What narrows the board beside its stages, in words.</summary>
    public IEnumerable<string> Narrowed =>
    [
        .. EnumWords.TryRead<Remedy>(Remedy ?? "", out var remedy) ? [Texts.Of(remedy)] : Array.Empty<string>(),
        .. Since is { } day ? [Texts["appeals.since", PageText.Day(day)]] : Array.Empty<string>(),
    ];

    public bool IsMine => Mine is not null;

    protected override string Name => "appeals";

    protected override IReadOnlyList<Column<AppealOnPage>> Columns =>
    [
        new("cases.number", item => item.Row.Number),
        new("appeals.due", item => PageText.Day(item.Row.Due)),
        new("cases.turn", item => item.Left?.Text),
        new("field.appealKind", item => Texts.Of(item.Row.Kind)),
        new("field.receivedOn", item => PageText.Day(item.Row.ReceivedOn)),
        new("cases.person", item => item.Person),
        new("cases.stage", item => Texts.Of(item.Row.Status)),
        new("field.heldOn", item => PageText.Day(item.Row.HearingOn)),
        new("field.remedy", item => item.Row.Remedy is { } remedy ? Texts.Of(remedy) : ""),
        new("field.assignedTo", item => item.AssignedTo),
    ];

    public static string Word(AppealStatus stage) => EnumWords.Of(stage);

    /// <summary>In all the caller's regions, whatever is shown.</summary>
    public async Task<int> Overdue() =>
        (await appeals.List(Caller.Regions, new AppealFilter(null, null, null, null, null), null, MostOverdue, HttpContext.RequestAborted))
            .TakeWhile(row => row.Due < Today).Count();

    protected override Guid? IdOf(AppealOnPage item) => item.Row.Id;

    protected override async Task<Page<AppealOnPage>> Read(PageRequest<BoardPlace> page, CancellationToken cancellation)
    {
        var filter = new AppealFilter(null, null, Status, IsMine ? Caller.Subject : null, null)
        {
            Statuses = IsOpen ? Open : null,
            DueBefore = Stage == OverdueStage ? Today : null,
            Remedy = Remedy == NoRemedy ? "" : Remedy,
            Since = Since,
        };
        var rows = page.Of(await appeals.List(Caller.Regions, filter, page.After?.Key, page.Limit + 1, cancellation), row => row.Place);
        return new Page<AppealOnPage>(await Items(rows.Items, cancellation), rows.NextCursor);
    }

    private async Task<IReadOnlyList<AppealOnPage>> Items(IReadOnlyList<AppealRow> rows, CancellationToken cancellation)
    {
        var calendar = await calendars.Current();
        var ids = await reader.Listings.PersonsOf([.. rows.Select(row => row.ListingId).Distinct()], cancellation);
        var cards = await reader.Persons.Of([.. ids.Values.Distinct()]);
        var names = await accounts.Of(rows.Select(row => row.AssignedTo).OfType<string>(), cancellation);
        return
        [
            .. rows.Select(row => new AppealOnPage(
                row, cards.GetValueOrDefault(ids[row.ListingId])?.Name ?? Texts["person.hidden"],
                row.AssignedTo is { } assigned ? names[assigned] : null,
                row.Due is { } due ? DeadlineWords.Left(due, Today, calendar.WorkingDaysLeft(Today, due), Texts) : null)),
        ];
    }
}

/// <summary>A part of it, as a page.</summary>
internal sealed class IndexModel(AppealRows appeals, AppealReader reader, AccountRows accounts, Calendars calendars, PageText texts, TimeProvider time) : AppealBoard(appeals, reader, accounts, calendars, texts, time);

/// <summary>All of it, as a file.</summary>
[RequiresRecentSecondFactor]
[Audited(AuditKind.Export)]
internal sealed class ExportModel(AppealRows appeals, AppealReader reader, AccountRows accounts, Calendars calendars, PageText texts, TimeProvider time)
    : AppealBoard(appeals, reader, accounts, calendars, texts, time);

/// <param name="Left">How much time there is, with colour and words; null when nothing is due.</param>
internal sealed record AppealOnPage(AppealRow Row, string Person, string? AssignedTo, (string Tone, string Text)? Left);
