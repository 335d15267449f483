using Blacklist.Api.Audit;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Outside;
using Blacklist.Api.Security.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Account;

[IsPublic("Whoever is not signed in yet comes here.")]
[Audited(AuditKind.SignIn)]
internal sealed class SignInModel(SignIn signIn, AccessOptions access, PageText texts) : PageModel
{
    /// <summary>The way to the site's own issuer, or null.</summary>
    public string? Outside => access.SignsPeopleInOutside ? this.Step(OutsideIssuer.Path, ReturnTo) : null;

    [BindProperty(SupportsGet = true)]
    public string? ReturnTo { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public string? Problem { get; private set; }

    public IActionResult OnGet() => Caller.Of(HttpContext) is null ? Page() : this.GoOn(ReturnTo);

    public async Task<IActionResult> OnPostAsync()
    {
        var step = await signIn.WithPassword(HttpContext, UserName ?? "", Password ?? "");
        if (step.IsIn)
            return this.GoOn(ReturnTo);
        if (step.NeedsCode)
            return LocalRedirect(this.Step(SessionCookie.AgainPath, ReturnTo));
        Problem = step.Wait > TimeSpan.Zero ? texts["signIn.wait", Math.Ceiling(step.Wait.TotalSeconds)] : texts["signIn.wrong"];
        Response.StatusCode = step.Wait > TimeSpan.Zero ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
