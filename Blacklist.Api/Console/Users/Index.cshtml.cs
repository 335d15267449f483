using Blacklist.Api.Console.Administration;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Api.Security.People;
using Blacklist.Api.Security.People.Administration;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Users;

/// <summary>用户管理: who may use the console, as what, and for which region.</summary>
[Requires(Permission.AdministerUsers)]
internal sealed class IndexModel(UserReader reader, PageText texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Page<User> List { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var after = After is { } text && Cursor<string>.TryRead(text, out var cursor) ? cursor : null;
        var page = new PageRequest<string>(PageRequest<string>.DefaultLimit, after);
        List = page.Of(
            await reader.Users.All(after?.Key ?? "", page.Limit + 1, Caller.Of(HttpContext)!.Regions, cancellation, Query?.Trim() ?? ""), user => user.Id);
    }

    public string Roles(User user) => GrantOffers.Roles(user.Details.Roles, texts);

    public static UserStatus StatusOf(User user) => UserAnswer.From(user).Status;

    public static string Tone(UserStatus status) => status switch { UserStatus.Active => "good", UserStatus.Suspended => "bad", _ => "warn" };

    public static string IconOf(UserStatus status) => status switch { UserStatus.Active => "eligible", UserStatus.Suspended => "restricted", _ => "review" };
}
