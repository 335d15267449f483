using Blacklist.Api.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console;

/// <summary>The start: whoever is signed in goes to their first task.</summary>
[RequiresSignIn]
internal sealed class IndexModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect(Navigation.For(Caller.From(User)!).Select(task => task.Address).FirstOrDefault() ?? "/console/account");
}
