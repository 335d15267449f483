using System.Runtime.CompilerServices;
using Blacklist.Api.Audit;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http;
using Blacklist.Api.Http.Tables;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Domain.Calendar;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Lists;

/// <summary>
/// A long list: a part of it as a page, or all of it as a file. The filter stands in the address, and the file has the page's. Each row that is
/// shown or taken along is in the audit by its id.
/// </summary>
/// <typeparam name="TItem">A row with what stands beside it.</typeparam>
/// <typeparam name="TKey">What the list is ordered by.</typeparam>
internal abstract class ListPage<TItem, TKey>(PageText texts, TimeProvider time) : PageModel
    where TKey : IParsable<TKey>
{
    /// <summary>Rows of a file that are read at once, and are one entry of the audit.</summary>
    private const int Part = 1000;

    /// <summary>Where the page begins.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>Only the address of a file has it: csv, xlsx.</summary>
    [FromRoute]
    public string? Form { get; set; }

    public Page<TItem> List { get; private set; } = new([], null);

    protected Caller Caller => Caller.Of(HttpContext)!;

    protected PageText Texts => texts;

    protected DateOnly Today => LegalDate.At(time.GetUtcNow());

    /// <summary>Of the file, before the day.</summary>
    protected abstract string Name { get; }

    protected abstract IReadOnlyList<Column<TItem>> Columns { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Form is not null)
        {
            return EnumWords.TryRead<TableForm>(Form, out var form)
                ? new PageAnswer(new TableDownload($"{Name}-{PageText.Day(Today)}", form, new Table(Columns.Select(column => texts[column.Key]), Rows(cancellation))))
                : NotFound();
        }

        if (await Shortcut(cancellation) is { } address)
        {
            return LocalRedirect(address);
        }

        List = await Read(new PageRequest<TKey>(PageRequest<TKey>.DefaultLimit, Place(After)), cancellation);
        AuditNote.Of(HttpContext).ShowsPage(List.Items.Count, Ids(List));
        return Page();
    }

    protected abstract Task<Page<TItem>> Read(PageRequest<TKey> page, CancellationToken cancellation);

    /// <summary>What the row is about, for the audit; null where that has a name instead.</summary>
    protected abstract Guid? IdOf(TItem item);

    /// <summary>Another page that says more than the list would.</summary>
    protected virtual Task<string?> Shortcut(CancellationToken cancellation) => Task.FromResult<string?>(null);

    private Guid[] Ids(Page<TItem> page) => [.. page.Items.Select(IdOf).OfType<Guid>()];

    private async IAsyncEnumerable<IReadOnlyList<string>> Rows([EnumeratorCancellation] CancellationToken cancellation)
    {
        var note = AuditNote.Of(HttpContext);
        for (Cursor<TKey>? after = null; ;)
        {
            var page = await Read(new PageRequest<TKey>(Part, after), cancellation);
            await note.ShowsPart(page.Items.Count, Ids(page));
            foreach (var item in page.Items)
            {
                yield return [.. Columns.Select(column => column.Text(item) ?? "")];
            }

            if (page.NextCursor is not { } next)
            {
                yield break;
            }

            after = Place(next);
        }
    }

    private static Cursor<TKey>? Place(string? text) => text is not null && Cursor<TKey>.TryRead(text, out var place) ? place : null;
}
