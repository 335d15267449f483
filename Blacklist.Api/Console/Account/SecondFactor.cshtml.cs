using Blacklist.Api.Audit;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Account;

/// <summary>The second step of signing in, and the same again before what demands a recent one.</summary>
[IsPublic("Whoever gave the right password a moment ago is not signed in yet; anybody else is sent to do so.")]
[Audited(AuditKind.SignIn)]
internal sealed class SecondFactorModel(SignIn signIn) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnTo { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public bool IsAgain => Caller.Of(HttpContext) is not null;

    public bool IsWrong { get; private set; }

    public bool HasAuthenticator { get; private set; }

    public bool HasPasskey { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await Show() ? Page() : LocalRedirect(this.Step(SessionCookie.SignInPath, ReturnTo));

    public async Task<IActionResult> OnPostAsync()
    {
        if ((await signIn.WithCode(HttpContext, Code ?? "")).IsIn)
            return this.GoOn(ReturnTo);
        if (!await Show())
            return LocalRedirect(this.Step(SessionCookie.SignInPath, ReturnTo));
        IsWrong = true;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> Show()
    {
        var user = await signIn.Expected(HttpContext);
        (HasAuthenticator, HasPasskey) = (user?.SecondFactorSince is not null, user?.HasPasskey is true);
        return user is not null;
    }
}
