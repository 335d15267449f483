using System.Text;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Api.Security.People;
using Blacklist.Api.Security.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QRCoder;

namespace Blacklist.Api.Console.Account;

[RequiresAccount]
internal sealed class AuthenticatorModel(Credentials credentials, PageText texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnTo { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public string Key { get; private set; } = "";

    public string SpacedKey => string.Join(' ', Key.Chunk(4).Select(part => new string(part)));

    public string QrCode { get; private set; } = "";

    public bool IsWrong { get; private set; }

    /// <summary>Shown once.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public string Next => Ways.Own(ReturnTo);

    public async Task<IActionResult> OnGetAsync()
    {
        var user = await credentials.Of(HttpContext);
        if (!credentials.MayChangeFactors(HttpContext, user))
            return LocalRedirect(this.Step(SessionCookie.AgainPath, SessionCookie.AuthenticatorPath));
        Show(user);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        RecoveryCodes = await credentials.ConfirmAuthenticator(HttpContext, Code ?? "");
        if (RecoveryCodes is not null)
            return Page();
        IsWrong = true;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync();
    }

    private void Show(User user)
    {
        Key = credentials.OfferAuthenticatorKey(HttpContext);
        using var code = QRCodeGenerator.GenerateQrCode(AuthenticatorCodes.Address(texts["product"], user.UserName, Key), QRCodeGenerator.ECCLevel.M);
        using var image = new SvgQRCode(code);
        QrCode = "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(image.GetGraphic(4)));
    }
}
