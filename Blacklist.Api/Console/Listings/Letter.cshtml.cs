using Blacklist.Api.Http;
using Blacklist.Api.Letters;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Listings;

/// <summary>文书: a letter of the listing as it is printed.</summary>
[Requires(Permission.ReadListings)]
internal sealed class LetterModel(CaseFiles cases, ListingLetters letters) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, string kind)
    {
        var caller = Caller.Of(HttpContext)!;
        return await PrintedLetter.Print(HttpContext, kind switch
        {
            "notice" => await GetNoticeLetterEndpoint.Handle(id, caller, cases, letters),
            "decision" => await GetDecisionLetterEndpoint.Handle(id, caller, cases, letters),
            _ => await GetRepairLetterEndpoint.Handle(id, caller, cases, letters),
        });
    }
}

/// <summary>A letter in place of a page; what cannot be written yet is told in one.</summary>
internal static class PrintedLetter
{
    public static async Task<IActionResult> Print(HttpContext context, IResult result)
    {
        if (result is Problem problem)
        {
            return new StatusCodeResult(problem.Kind.Status);
        }

        await result.ExecuteAsync(context);
        return new EmptyResult();
    }
}
