using Blacklist.Api.Eligibility.Files;
using Blacklist.Api.Eligibility.Files.Reading;
using Blacklist.Api.Eligibility.Files.Results;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Files;

/// <summary>A file that the signed-in clerk sent: how far it is, what it came to, and what may be done with it.</summary>
[Requires(Permission.AskChecks)]
internal sealed class DetailsModel(ApplicantFileRecord files, ApplicantFileRows sent, ResultRows rows, PageText texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ApplicantFileAnswer Sent { get; private set; } = null!;

    /// <summary>What was asked came too late: the file had ended.</summary>
    public string? Refusal { get; private set; }

    public string Address => AddressOf(Id);

    public bool HasEnded => Sent.Status is ApplicantFileStatus.Cancelled or ApplicantFileStatus.Finished;

    public bool Moves => Sent.Status is ApplicantFileStatus.Waiting or ApplicantFileStatus.Running;

    private Caller Caller => Caller.Of(HttpContext)!;

    public static string AddressOf(Guid id) => $"/console/files/{id}";

    public static string NameOf(FileForm form) => form.ToString().ToUpperInvariant();

    public static string Tone(ApplicantFileStatus status) => status switch
    {
        ApplicantFileStatus.Finished => "good",
        ApplicantFileStatus.Paused => "warn",
        ApplicantFileStatus.Cancelled => "bad",
        _ => "",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await IsFound(cancellation) ? Page() : NotFound();

    /// <summary>The part of the page that moves; when it has come to rest, all of it is another.</summary>
    public async Task<IActionResult> OnGetProgressAsync(CancellationToken cancellation)
    {
        if (!await IsFound(cancellation))
        {
            return NotFound();
        }

        if (!Moves)
        {
            Response.Headers["HX-Refresh"] = "true";
        }

        return Partial("_Progress", this);
    }

    /// <summary>All rows at once: not from a screen that was left alone.</summary>
    public async Task<IActionResult> OnGetResultAsync(CancellationToken cancellation)
    {
        if (await sent.Find(Id, Caller.Subject, cancellation) is not { } file)
        {
            return NotFound();
        }

        if (!RecentSecondFactor.IsShown(HttpContext))
        {
            return LocalRedirect(SessionCookie.Before(SessionCookie.AgainPath, Request));
        }

        Request.Headers.AcceptLanguage = texts.Language; // reasons in the language of the page
        await new ResultDownload(file, file.Form, rows).ExecuteAsync(HttpContext);
        return new EmptyResult();
    }

    public async Task<IActionResult> OnGetReceiptAsync(CancellationToken cancellation) =>
        await IsFound(cancellation) && await sent.Receipt(Id, cancellation) is { } receipt ? File(receipt, "application/json", $"{Id}.receipt.json") : NotFound();

    public Task<IActionResult> OnPostPauseAsync(CancellationToken cancellation) => Change(PauseApplicantFileEndpoint.Handle(Id, Caller, files, sent, cancellation), cancellation);

    public Task<IActionResult> OnPostResumeAsync(CancellationToken cancellation) => Change(ResumeApplicantFileEndpoint.Handle(Id, Caller, files, sent, cancellation), cancellation);

    public Task<IActionResult> OnPostCancelAsync(CancellationToken cancellation) => Change(CancelApplicantFileEndpoint.Handle(Id, Caller, files, sent, cancellation), cancellation);

    private async Task<IActionResult> Change(Task<IResult> change, CancellationToken cancellation)
    {
        if (await change is not Problem problem)
        {
            return LocalRedirect(Address);
        }

        Refusal = texts.Problems.Title(problem.Kind);
        return await IsFound(cancellation) ? new PageResult { StatusCode = problem.Kind.Status } : NotFound();
    }

    private async Task<bool> IsFound(CancellationToken cancellation)
    {
        var file = await sent.Find(Id, Caller.Subject, cancellation);
        Sent = file is null ? null! : ApplicantFileAnswer.Of(file);
        return file is not null;
    }
}
