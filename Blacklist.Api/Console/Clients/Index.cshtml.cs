using Blacklist.Api.Console.Administration;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Issuer;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Clients;

/// <summary>接口客户端: which machines may ask for tokens, as what, and for which region.</summary>
[Requires(Permission.AdministerClients)]
internal sealed class IndexModel(ClientReader reader, PageText texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Page<RegisteredClient> List { get; private set; } = new([], null);

    public async Task OnGetAsync()
    {
        var administration = reader.By(Caller.Of(HttpContext)!);
        var (part, after) = (Query?.Trim() ?? "", After is { } text && Cursor<string>.TryRead(text, out var cursor) ? cursor : null);
        var page = new PageRequest<string>(PageRequest<string>.DefaultLimit, after);
        List = page.Of(
            [
                .. (await reader.Clients.All())
                    .Where(known => administration.Covers(known.Client) && IsMeant(known.Client, part) && string.CompareOrdinal(known.Client.Id, after?.Key ?? "") > 0)
                    .OrderBy(known => known.Client.Id, StringComparer.Ordinal).Take(page.Limit + 1),
            ],
            known => known.Client.Id);
    }

    public string Roles(ApiClient client) => GrantOffers.Roles(client.Roles, texts);

    private static bool IsMeant(ApiClient client, string part) =>
        new[] { client.Id, client.Name, client.Department }.Any(text => text.Contains(part, StringComparison.OrdinalIgnoreCase));
}
