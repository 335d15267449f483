using Blacklist.Api.Eligibility.Files;
using Blacklist.Api.Eligibility.Files.Reading;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Domain.Eligibility;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Blacklist.Api.Console.Files;

/// <summary>批量核查: send a file of applicants, and find those sent before.</summary>
[RequestSizeLimit(SendApplicantFileEndpoint.MostBytes)]
[ReadsItsForm]
[IgnoreAntiforgeryToken(Order = 1001)] // looked at below, before the file is read
internal sealed class IndexModel(
    ApplicantFileRows files, FileReception reception, IAntiforgery forms, IOptions<AntiforgeryOptions> form, PageText texts, TimeProvider time)
    : SentFiles(files, texts, time)
{
    public Guid FormNumber { get; } = Guid.NewGuid();

    /// <summary>Why the file was not taken.</summary>
    public string? Refusal { get; private set; }

    public IReadOnlyList<CheckPurpose> Purposes =>
        [.. Enum.GetValues<CheckPurpose>().Where(purpose => Caller.MayAskFor(EnumWords.Of(purpose))).OrderByDescending(purpose => purpose == CheckPurpose.PeriodicReview)];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await Upload.Read(Request, cancellation) is not { } upload)
        {
            return BadRequest();
        }

        Request.Headers[form.Value.HeaderName!] = upload.Field(form.Value.FormFieldName);
        if (!await forms.IsRequestValidAsync(HttpContext) || !Guid.TryParse(upload.Field("formNumber"), out var number)
            || !EnumWords.TryRead<CheckPurpose>(upload.Field("purpose"), out var purpose))
        {
            return BadRequest();
        }

        return Caller.MayAskFor(EnumWords.Of(purpose)) ? await Take(upload, number, purpose, cancellation) : Forbid();
    }

    private async Task<IActionResult> Take(Upload upload, Guid number, CheckPurpose purpose, CancellationToken cancellation)
    {
        if (upload.Content is null)
        {
            return await Refuse(Texts["files.choose"], StatusCodes.Status422UnprocessableEntity, cancellation);
        }

        if ((FileForms.OfName(upload.FileName) ?? FileForms.OfMediaType(upload.MediaType)) is not { } kind)
        {
            return await Refuse(Texts["files.unknownForm"], StatusCodes.Status415UnsupportedMediaType, cancellation);
        }

        try
        {
            var sent = SentFile.By(Caller, $"page-{number}", purpose, kind);
            return await reception.Receive(sent, upload.Content, cancellation) switch
            {
                ReceptionOutcome.Accepted { File.Id: var id } => LocalRedirect(DetailsModel.AddressOf(id)),
                ReceptionOutcome.Overloaded => await Refuse(Problems.Overloaded(), cancellation),
                _ => await Refuse(Problems.IdempotencyKeyReused(), cancellation),
            };
        }
        catch (ProblemException refused)
        {
            return await Refuse(refused.Problem, cancellation);
        }
    }

    private Task<IActionResult> Refuse(Problem problem, CancellationToken cancellation)
    {
        var details = problem.Fields is [var first, ..] ? first.Particulars : problem.Particulars;
        return Refuse(Texts.Problems.Detail(problem.Kind.Code, details) ?? Texts.Problems.Title(problem.Kind), problem.Kind.Status, cancellation);
    }

    private async Task<IActionResult> Refuse(string sentence, int status, CancellationToken cancellation)
    {
        Refusal = sentence;
        await OnGetAsync(cancellation);
        return new PageResult { StatusCode = status };
    }
}
