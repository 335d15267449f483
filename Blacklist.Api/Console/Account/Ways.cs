using Blacklist.Api.Security.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Account;

/// <summary>Where somebody goes from one of these pages.</summary>
internal static class Ways
{
    private const string Start = "/console";

    /// <summary>Back to the page they came from, if it is one of ours.</summary>
    public static IActionResult GoOn(this PageModel page, string? returnTo) => page.LocalRedirect(Own(returnTo));

    /// <summary>The address of a step before that.</summary>
    public static string Step(this PageModel page, string path, string? returnTo) => $"{path}{QueryString.Create(SessionCookie.ReturnTo, Own(returnTo))}";

    public static string Own(string? returnTo) => OwnAddress.Is(returnTo) ? returnTo : Start;
}
