using Blacklist.Api.Console.Listings;
using Blacklist.Api.Letters;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Appeals;

/// <summary>文书: a letter of the appeal as it is printed.</summary>
[Requires(Permission.ReadAppeals)]
internal sealed class LetterModel(CaseFiles cases, AppealLetters letters) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, string kind)
    {
        var caller = Caller.Of(HttpContext)!;
        return await PrintedLetter.Print(HttpContext, kind == "decision"
            ? await GetAppealDecisionLetterEndpoint.Handle(id, caller, cases, letters)
            : await GetAppealRejectionLetterEndpoint.Handle(id, caller, cases, letters));
    }
}
