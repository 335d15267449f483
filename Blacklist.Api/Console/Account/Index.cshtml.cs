using Blacklist.Api.Security;
using Blacklist.Api.Security.People;
using Blacklist.Api.Security.Sessions;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Regions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Account;

/// <summary>Who am I, what may I do, and how do I sign in.</summary>
[RequiresSignIn]
internal sealed class IndexModel(Credentials credentials, RegionCatalogue regions) : PageModel
{
    /// <summary>Null for whom the site's own issuer answers.</summary>
    public User? Account { get; private set; }

    public Caller Who { get; private set; } = null!;

    public Pending Pending => Session.PendingOf(User);

    public IReadOnlyList<Permission> Permissions { get; private set; } = [];

    public int RecoveryCodesLeft { get; private set; }

    public int Passkeys { get; private set; }

    public async Task OnGetAsync()
    {
        Who = Caller.Of(HttpContext)!;
        Permissions = [.. Enum.GetValues<Permission>().Where(Who.May)];
        if (Session.IsOutside(User))
            return;
        Account = await credentials.Of(HttpContext);
        RecoveryCodesLeft = await credentials.RecoveryCodesLeft(Account);
        Passkeys = (await credentials.Passkeys(Account)).Count;
    }

    public async Task<IActionResult> OnPostSignOutAsync()
    {
        await Session.End(HttpContext);
        return LocalRedirect(SessionCookie.SignInPath);
    }

    public string NameOf(string region) => RegionCode.Parse(region).Is(out var code, out _) ? regions.NameOf(code) ?? region : region;

    public static DateOnly DayOf(DateTimeOffset moment) => LegalDate.At(moment);
}
