using Blacklist.Api.Commands;
using Blacklist.Api.Eligibility;
using Blacklist.Api.Eligibility.Determinations;
using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Api.Vault;
using Blacklist.Domain.Determinations;
using Blacklist.Domain.Eligibility;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Check;

/// <summary>认定: applicant and entry beside each other, and what the clerk finds.</summary>
[Requires(Permission.Determine)]
internal sealed class DeterminationModel(
    ShownChecks checks, ReviewedApplicants reviewed, EligibilityIndex index, CommandDesk desk, Subjects subjects, AskedChecks asked,
    TimeProvider time, PageText texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "applicant")]
    public int Place { get; set; }

    [BindProperty(SupportsGet = true, Name = "listing")]
    public string Listing { get; set; } = "";

    [BindProperty]
    public Guid FormNumber { get; set; } = Guid.NewGuid();

    [BindProperty]
    public string? Finding { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ShownCheck Check { get; private set; } = null!;

    public Applicant Applicant => Check.Question.Applicants[Place];

    /// <summary>Null when nothing is known of the listed person any more.</summary>
    public ComparedPersons? Compared { get; private set; }

    public ListingFacts Facts { get; private set; } = null!;

    public FormProblem Problem { get; private set; } = FormProblem.None;

    public async Task<IActionResult> OnGet(Guid id, CancellationToken cancellation) => await Look(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Guid id, CancellationToken cancellation)
    {
        if (!await Look(id, cancellation))
        {
            return NotFound();
        }

        if (!EnumWords.TryRead<Finding>(Finding ?? "", out var finding))
        {
            Problem = FormProblem.None with { Sentence = texts["determination.choose"] };
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var body = PageCommand.Body(new RecordDeterminationRequest(Place, Listing, finding, Reason ?? ""));
        var result = await RecordDeterminationEndpoint.Handle(id, body, this.Write(FormNumber, body, time), desk, asked, reviewed, subjects, cancellation);
        if (result is Problem { Kind.Status: StatusCodes.Status409Conflict or StatusCodes.Status422UnprocessableEntity } problem)
        {
            Problem = FormProblem.Of(problem, texts);
            return new PageResult { StatusCode = problem.Kind.Status };
        }

        return result is Answer ? RedirectToPage("Details", new { id }) : new PageAnswer(result);
    }

    private async Task<bool> Look(Guid id, CancellationToken cancellation)
    {
        if (await checks.Find(id, Caller.Of(HttpContext)!, cancellation) is not { } check
            || reviewed.Find(id, check.Record, Place, Listing) is not { } found)
        {
            return false;
        }

        (Check, Facts) = (check, found.Listing);
        Compared = index.Find(found.Listing.Id) is { } person ? ComparedPersons.Of(found.Applicant, person.Identity) : null;
        return true;
    }
}
