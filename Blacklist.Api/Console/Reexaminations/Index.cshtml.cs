using Blacklist.Api.Audit;
using Blacklist.Api.Console.Check;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Console.Lists;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Blacklist.Api.Reexaminations;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Reexaminations;

/// <summary>重新审查: what was refused on a wrong answer is examined again.</summary>
[Requires(Permission.ReadChecks)]
internal abstract class ReexaminationList(ReexaminationRows reexaminations, Colleagues colleagues, CheckReferenceRows checks, AccountRows accounts, PageText texts, TimeProvider time)
    : ListPage<ReexaminationOnPage, Guid>(texts, time)
{
    [BindProperty(SupportsGet = true)]
    public string? Stage { get; set; }

    public bool IsCompleted => Stage == "completed";

    public bool MayComplete => Caller.May(Permission.AskChecks);

    protected override string Name => "reexaminations";

    protected override IReadOnlyList<Column<ReexaminationOnPage>> Columns =>
    [
        new("check.reference", item => item.Check),
        new("notices.check", item => item.Row.CheckId.ToString()),
        new("notices.openedAt", item => PageText.Moment(item.Row.OpenedAt)),
        new("reexaminations.until", item => PageText.Day(item.Row.Until)),
        new("field.caller", item => item.Caller),
        new("field.outcome", item => item.Row.Outcome is { } outcome ? Texts.Of(outcome) : ""),
        new("field.reason", item => item.Row.Reason),
    ];

    public bool IsLate(ReexaminationRow row) => row.Outcome is null && row.Until < Today;

    protected override Guid? IdOf(ReexaminationOnPage item) => item.Row.Id;

    protected override async Task<Page<ReexaminationOnPage>> Read(PageRequest<Guid> page, CancellationToken cancellation)
    {
        var whose = await colleagues.Of(Caller, cancellation);
        var rows = page.Of(
            await reexaminations.List(Caller.Regions, whose, IsCompleted, page.After?.Key ?? Guid.Empty, page.Limit + 1, cancellation), row => row.Id);
        var names = await accounts.Of(rows.Items.Select(row => row.Caller), cancellation);
        var references = await checks.Of(rows.Items.Select(row => row.CheckId), cancellation);
        return new Page<ReexaminationOnPage>([.. rows.Items.Select(row => new ReexaminationOnPage(row, references[row.CheckId], names[row.Caller]))], rows.NextCursor);
    }
}

/// <summary>A part of it, as a page.</summary>
internal sealed class IndexModel(ReexaminationRows reexaminations, Colleagues colleagues, CheckReferenceRows checks, AccountRows accounts, PageText texts, TimeProvider time) : ReexaminationList(reexaminations, colleagues, checks, accounts, texts, time);

/// <summary>All of it, as a file.</summary>
[RequiresRecentSecondFactor]
[Audited(AuditKind.Export)]
internal sealed class ExportModel(ReexaminationRows reexaminations, Colleagues colleagues, CheckReferenceRows checks, AccountRows accounts, PageText texts, TimeProvider time)
    : ReexaminationList(reexaminations, colleagues, checks, accounts, texts, time);

/// <param name="Check">By its application's number.</param>
/// <param name="Caller">By name.</param>
internal sealed record ReexaminationOnPage(ReexaminationRow Row, string Check, string Caller);
