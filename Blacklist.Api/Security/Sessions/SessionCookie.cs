using Blacklist.Api.Security.Outside;
using Blacklist.Api.Security.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Blacklist.Api.Security.Sessions;

/// <summary>How a session's cookie is believed, and where somebody is sent who may not go on with it.</summary>
internal static class SessionCookie
{
    public const string SignInPath = "/console/account/sign-in";
    public const string AgainPath = "/console/account/second-factor";
    public const string PasswordPath = "/console/account/password";
    public const string AuthenticatorPath = "/console/account/authenticator";
    public const string ReturnTo = "returnTo";

    /// <summary>Header that tells the page's script which step is missing; without it, signing in.</summary>
    private const string AskedStep = "Asked-Step";

    /// <summary>How long a session may go on after its user was suspended or changed.</summary>
    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(30);

    public static void Configure(CookieAuthenticationOptions cookie, SessionLimits limits)
    {
        cookie.Cookie.Name = Session.Scheme;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.Cookie.IsEssential = true;
        cookie.ExpireTimeSpan = limits.Idle;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = SignInPath;
        cookie.ReturnUrlParameter = ReturnTo;
        cookie.Events.OnValidatePrincipal = Validate;
        cookie.Events.OnRedirectToLogin = context => SignIn(context);
        cookie.Events.OnRedirectToAccessDenied = Denied;
    }

    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var items = context.Properties.Items;
        if (now - Session.Moment(items.TryGetValue(Session.Started, out var started) ? started : null) >= services.GetRequiredService<SessionLimits>().Longest)
        {
            await Reject(context);
            return;
        }

        if (Session.IsOutside(context.Principal!))
            return; // its issuer is asked again when the session is over
        if (now - Session.Moment(items.TryGetValue(Session.Checked, out var last) ? last : null) < Believed)
            return;
        var subject = Caller.From(context.Principal!)?.Subject ?? "";
        var user = await services.GetRequiredService<Users>().Find(subject, context.HttpContext.RequestAborted);
        if (!Session.IsStillOf(context.Principal!, user))
        {
            await Reject(context);
            return;
        }

        context.ReplacePrincipal(services.GetRequiredService<Session>().Principal(user, Session.ProofOf(context.Principal!)));
        items[Session.Checked] = Session.Text(now);
        context.ShouldRenew = true;
    }

    private static async Task Reject(CookieValidatePrincipalContext context)
    {
        context.RejectPrincipal();
        await Session.End(context.HttpContext);
    }

    /// <summary>Who opens a page is sent to sign in and comes back; a script, or a form whose content would be lost, is told 401.</summary>
    private static Task SignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (HttpMethods.IsGet(context.Request.Method) && !context.Request.Headers.ContainsKey("HX-Request"))
            context.Response.Redirect(context.RedirectUri);
        else
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    private static Task Denied(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        var step = Session.PendingOf(http.User) switch
        {
            Pending.NewPassword => PasswordPath,
            Pending.SecondFactor => AuthenticatorPath,
            _ when !RecentSecondFactor.IsAllThatIsMissing(http) => null,
            _ => Session.IsOutside(http.User) ? OutsideIssuer.AgainPath : AgainPath,
        };
        if (step == AgainPath && http.Request.Headers.ContainsKey("HX-Request"))
            AskBeside(http.Response);
        else if (step is null || !(step == AgainPath || HttpMethods.IsGet(context.Request.Method)))
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        else
            context.Response.Redirect(Before(step, http.Request));
        return Task.CompletedTask;
    }

    /// <summary>The step, and from there on to what was asked for.</summary>
    public static string Before(string step, HttpRequest asked) => $"{step}{QueryString.Create(ReturnTo, asked.Path + asked.QueryString)}";

    /// <summary>A script keeps the form that was sent, and opens the step beside it.</summary>
    private static void AskBeside(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status401Unauthorized;
        response.OnStarting(() =>
        {
            response.Headers[AskedStep] = "second-factor"; // late: the page of a problem begins without headers
            return Task.CompletedTask;
        });
    }
}
