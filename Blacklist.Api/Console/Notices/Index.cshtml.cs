using Blacklist.Api.Audit;
using Blacklist.Api.CallerNotices;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Console.Lists;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Notices;

/// <summary>影响通知: what has changed in answers that the caller was given; an auditor sees those of every caller of the regions.</summary>
[Requires(Permission.ReadChecks)]
internal abstract class NoticeList(CallerNoticeRows notices, AccountRows accounts, PageText texts, TimeProvider time)
    : ListPage<NoticeOnPage, CallerNoticeKey>(texts, time)
{
    [BindProperty(SupportsGet = true)]
    public string? Stage { get; set; }

    public bool IsAcknowledged => Stage == "acknowledged";

    protected override string Name => "notices";

    protected override IReadOnlyList<Column<NoticeOnPage>> Columns =>
    [
        new("notices.openedAt", item => PageText.Moment(item.Row.OpenedAt)),
        new("field.checks", item => $"{item.Row.Checks}"),
        new("field.wrongRefusals", item => $"{item.Row.WrongRefusals}"),
        new("field.wrongClearances", item => $"{item.Row.WrongClearances}"),
        new("notices.until", item => PageText.Day(item.Row.AcknowledgeUntil)),
        new("notices.acknowledged", item => item.Row.AcknowledgedAt is { } at ? PageText.Moment(at) : ""),
        new("field.caller", item => item.Caller),
    ];

    public bool IsLate(CallerNoticeRow row) => row.AcknowledgedAt is null && row.AcknowledgeUntil < Today;

    protected override Guid? IdOf(NoticeOnPage item) => item.Row.Id;

    protected override async Task<Page<NoticeOnPage>> Read(PageRequest<CallerNoticeKey> page, CancellationToken cancellation)
    {
        var whose = Caller.May(Permission.ReadAudit) ? null : Caller.Subject;
        var rows = page.Of(
            await notices.List(whose, Caller.Regions, IsAcknowledged, page.After?.Key, page.Limit + 1, cancellation),
            row => new CallerNoticeKey(row.CausePosition, row.Id));
        var names = await accounts.Of(rows.Items.Select(row => row.Caller), cancellation);
        return new Page<NoticeOnPage>([.. rows.Items.Select(row => new NoticeOnPage(row, names[row.Caller]))], rows.NextCursor);
    }
}

/// <summary>A part of it, as a page.</summary>
internal sealed class IndexModel(CallerNoticeRows notices, AccountRows accounts, PageText texts, TimeProvider time) : NoticeList(notices, accounts, texts, time);

/// <summary>All of it, as a file.</summary>
[RequiresRecentSecondFactor]
[Audited(AuditKind.Export)]
internal sealed class ExportModel(CallerNoticeRows notices, AccountRows accounts, PageText texts, TimeProvider time)
    : NoticeList(notices, accounts, texts, time);

/// <param name="Caller">By name.</param>
internal sealed record NoticeOnPage(CallerNoticeRow Row, string Caller);
