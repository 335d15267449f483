using Blacklist.Api.Security;
using Blacklist.Api.Security.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Account;

[RequiresAccount]
internal sealed class PasswordModel(Credentials credentials) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnTo { get; set; }

    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Next { get; set; }

    [BindProperty]
    public string? Repeated { get; set; }

    public string UserName { get; private set; } = "";

    public Pending Pending => Session.PendingOf(User);

    /// <summary>Keys of their words.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    public async Task OnGetAsync() => UserName = (await credentials.Of(HttpContext)).UserName;

    public async Task<IActionResult> OnPostAsync()
    {
        Problems = Next == Repeated ? await credentials.ChangePassword(HttpContext, Current ?? "", Next ?? "") : ["password.differs"];
        if (Problems.Count == 0)
            return this.GoOn(ReturnTo ?? "/console/account");
        UserName = (await credentials.Of(HttpContext)).UserName;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
