using Blacklist.Api.Security;
using Blacklist.Api.Security.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Account;

[IsPublic("A passkey says who it is.")]
internal sealed class PasskeySignInModel(SignIn signIn) : PageModel
{
    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty]
    public string? ReturnTo { get; set; }

    public IActionResult OnGet() => this.GoOn(ReturnTo);

    /// <summary>What the browser is to have signed.</summary>
    public async Task<IActionResult> OnPostOptionsAsync() => Content(await signIn.AskPasskey(HttpContext), "application/json");

    public async Task<IActionResult> OnPostAsync()
    {
        if (Credential is { Length: > 0 } && (await signIn.WithPasskey(HttpContext, Credential)).IsIn)
            return this.GoOn(ReturnTo);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
