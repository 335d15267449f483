using Blacklist.Api.Audit;
using Blacklist.Api.Console.Lists;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Check;

/// <summary>The checks that the signed-in clerk asked, the newest first.</summary>
[Requires(Permission.AskChecks)]
internal abstract class CheckHistory(MyCheckRows checks, PageText texts, TimeProvider time) : ListPage<MyCheck, MyCheckPlace>(texts, time)
{
    [BindProperty(SupportsGet = true)]
    public string? Reference { get; set; }

    protected override string Name => "checks";

    protected override IReadOnlyList<Column<MyCheck>> Columns =>
    [
        new("receipts.checkedAt", row => PageText.Moment(row.CheckedAt)),
        new("check.reference", row => row.ApplicationReference),
        new("check.region", row => row.Region),
        new("check.column.verdict", row => Texts.Of(row.Verdict)),
        new("notices.check", row => row.Id.ToString()),
    ];

    protected override Guid IdOf(MyCheck item) => item.Id;

    protected override async Task<Page<MyCheck>> Read(PageRequest<MyCheckPlace> page, CancellationToken cancellation)
    {
        var reference = string.IsNullOrWhiteSpace(Reference) ? null : Reference.Trim();
        return page.Of(await checks.List(Caller.Subject, reference, page.After?.Key, page.Limit + 1, cancellation), row => row.Place);
    }
}

/// <summary>A part of it, as a page.</summary>
internal sealed class HistoryModel(MyCheckRows checks, PageText texts, TimeProvider time) : CheckHistory(checks, texts, time);

/// <summary>All of it, as a file.</summary>
[RequiresRecentSecondFactor]
[Audited(AuditKind.Export)]
internal sealed class ExportModel(MyCheckRows checks, PageText texts, TimeProvider time) : CheckHistory(checks, texts, time);
