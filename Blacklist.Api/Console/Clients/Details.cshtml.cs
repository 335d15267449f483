using Blacklist.Api.Console.Administration;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Issuer;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Clients;

/// <summary>One client: what it may do, how it proves itself, and what can be done about it.</summary>
[Requires(Permission.AdministerClients)]
internal sealed class DetailsModel(ClientReader reader, ActHistory acts, PageText texts) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    public RegisteredClient Known { get; private set; } = null!;

    public IReadOnlyList<Shown> Facts { get; private set; } = [];

    public IReadOnlyList<string> Keys { get; private set; } = [];

    public IReadOnlyList<AdministrativeAct> Acts { get; private set; } = [];

    /// <summary>Shown this once.</summary>
    public string? Secret { get; private set; }

    public bool MayAct => Known.RevokedAt is null && Id != Caller.Of(HttpContext)!.Subject;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await reader.By(Caller.Of(HttpContext)!).Find(Id) is not { } known)
        {
            return NotFound();
        }

        (Known, Facts) = (known, [.. reader.Facts(known.Client, texts)]);
        Keys = [.. (await reader.Keys.Of(Id, cancellation)).Select(key => key.Kid)];
        Acts = await acts.Of(Id, cancellation);
        Secret = reader.Once.Take(HttpContext, Id);
        return Page();
    }
}
