using System.Buffers.Text;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Sessions;
using Blacklist.Domain.Calendar;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Account;

[RequiresAccount]
internal sealed class PasskeysModel(Credentials credentials) : PageModel
{
    /// <summary>Characters.</summary>
    public const int LongestName = 60;

    private const string Path = "/console/account/passkeys";

    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public IList<UserPasskeyInfo> Known { get; private set; } = [];

    public bool IsWrong { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var user = await credentials.Of(HttpContext);
        if (!credentials.MayChangeFactors(HttpContext, user))
            return LocalRedirect(this.Step(SessionCookie.AgainPath, Path));
        Known = await credentials.Passkeys(user);
        return Page();
    }

    /// <summary>What the browser is to make a passkey of.</summary>
    public async Task<IActionResult> OnPostOptionsAsync() => Content(await credentials.AskNewPasskey(HttpContext), "application/json");

    public async Task<IActionResult> OnPostAsync()
    {
        if (Credential is { Length: > 0 } && Name?.Trim() is { Length: > 0 and <= LongestName } name && !name.Any(char.IsControl)
            && await credentials.AddPasskey(HttpContext, Credential, name))
            return LocalRedirect(Path);
        IsWrong = true;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync();
    }

    public async Task<IActionResult> OnPostRemoveAsync() =>
        Credential is { Length: > 0 and < 2000 } && Base64Url.IsValid(Credential) && await credentials.RemovePasskey(HttpContext, Base64Url.DecodeFromChars(Credential))
            ? LocalRedirect(Path)
            : LocalRedirect(this.Step(SessionCookie.AgainPath, Path));

    public static string IdOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    public static DateOnly DayOf(DateTimeOffset moment) => LegalDate.At(moment);
}
