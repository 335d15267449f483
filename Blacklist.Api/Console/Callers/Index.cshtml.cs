using Blacklist.Api.Callers;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Http;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Limits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Callers;

/// <summary>调用方: who calls, how much, what is unusual, who is paused, and how much anybody may ask.</summary>
[Requires(Permission.ReadCallers)]
internal sealed class IndexModel(CallerReader reader, CallerLimits limits) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public bool OnlyPaused => Stage == "paused";

    public Page<CallerRow> List { get; private set; } = new([], null);

    public AccountNames Names { get; private set; } = null!;

    public CallerLimits Limits => limits;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var after = After is { } text && Cursor<string>.TryRead(text, out var cursor) ? cursor : null;
        var page = new PageRequest<string>(PageRequest<string>.DefaultLimit, after);
        List = page.Of(
            await reader.Rows.List(Caller.Of(HttpContext)!.Regions, reader.Today, OnlyPaused ? true : null, after?.Key ?? "", page.Limit + 1, cancellation), row => row.Caller);
        Names = await reader.Accounts.Of(List.Items.Select(row => row.Caller).Concat(limits.ByCaller.Keys), cancellation);
    }
}
