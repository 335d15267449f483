using Blacklist.Api.Console.Administration;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Api.Security.People;
using Blacklist.Api.Security.People.Administration;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Users;

/// <summary>One user: what they may do, who decided so, and what can be done about it.</summary>
[Requires(Permission.AdministerUsers)]
internal sealed class DetailsModel(UserReader reader, ActHistory acts, AccountRows accounts, PageText texts) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    public User Somebody { get; private set; } = null!;

    public UserStatus Status { get; private set; }

    public IReadOnlyList<Shown> Facts { get; private set; } = [];

    /// <summary>Who gave it, and who confirmed it, by name.</summary>
    public AccountNames Names { get; private set; } = null!;

    public IReadOnlyList<AdministrativeAct> Acts { get; private set; } = [];

    /// <summary>Shown this once.</summary>
    public string? Password { get; private set; }

    public bool IsOwn => Somebody.Id == Caller.Of(HttpContext)!.Subject;

    public bool MayConfirm => Status == UserStatus.AwaitingConfirmation && Somebody.GrantedBy != Caller.Of(HttpContext)!.Subject;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await reader.Find(Id, Caller.Of(HttpContext)!, cancellation) is not { } user)
        {
            return NotFound();
        }

        (Somebody, Status, Facts) = (user, UserAnswer.From(user).Status, [.. reader.Facts(user, texts)]);
        Names = await accounts.Of([user.GrantedBy, .. user.ConfirmedBy is { } by ? [by] : Array.Empty<string>()], cancellation);
        Acts = await acts.Of(Id, cancellation);
        Password = reader.Once.Take(HttpContext, Id);
        return Page();
    }
}
