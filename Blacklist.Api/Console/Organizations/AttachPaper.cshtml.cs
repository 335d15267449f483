using Blacklist.Api.BannedOrganizations;
using Blacklist.Api.BannedOrganizations.Papers;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Files;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Domain.BannedOrganizations.Papers;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Blacklist.Api.Console.Organizations;

/// <summary>附件: a scan comes into the organization's file.</summary>
[Requires(Permission.RecordDispositions)]
[RequestSizeLimit(2 * PaperContent.MostBytes)]
[ReadsItsForm]
[IgnoreAntiforgeryToken(Order = 1001)] // looked at below, before the file is read
internal sealed class AttachPaperModel(
    BannedOrganizationRows organizations, CommandDesk commands, PaperRecord papers, IAntiforgery forms, IOptions<AntiforgeryOptions> form, PageText texts,
    TimeProvider time) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public string Organization { get; private set; } = "";

    public PaperKind Kind { get; private set; }

    public Guid FormNumber { get; private set; } = Guid.NewGuid();

    /// <summary>Why the paper was not taken.</summary>
    public string? Refusal { get; private set; }

    public string Address => $"/console/organizations/{Id}";

    private Caller Caller => Caller.Of(HttpContext)!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await IsFound(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await IsFound(cancellation))
        {
            return NotFound();
        }

        if (await Upload.Read(Request, cancellation) is not { } upload)
        {
            return BadRequest();
        }

        Request.Headers[form.Value.HeaderName!] = upload.Field(form.Value.FormFieldName);
        if (!await forms.IsRequestValidAsync(HttpContext) || !Guid.TryParse(upload.Field("formNumber"), out var number)
            || !EnumWords.TryRead<PaperKind>(upload.Field("kind"), out var kind))
        {
            return BadRequest();
        }

        (Kind, FormNumber) = (kind, number);
        return upload.Content is null ? Refuse(texts["files.choose"], StatusCodes.Status422UnprocessableEntity)
            : await AttachPaperEndpoint.Content(upload.Content, cancellation) is { } content ? await Attach(content)
            : Refuse(texts["attachPaper.tooLarge"], StatusCodes.Status413PayloadTooLarge);
    }

    private async Task<IActionResult> Attach(byte[] content)
    {
        var write = new Write(Caller, PageCommand.Key(FormNumber, content), new IfMatch(null), Request, time);
        return await AttachPaperEndpoint.Attach(Id, Kind, content, write, commands, papers) switch
        {
            Answer => LocalRedirect(Address + "?done=attachPaper"),
            Problem { Fields: [var wrong, ..] } problem => Refuse(Say(wrong.Kind, wrong.Particulars), problem.Kind.Status),
            Problem { Kind.Status: StatusCodes.Status409Conflict } problem => Refuse(Say(problem.Kind, problem.Particulars), problem.Kind.Status),
            var other => new PageAnswer(other),
        };
    }

    private string Say(ProblemKind kind, IReadOnlyList<object> particulars) => texts.Problems.Detail(kind.Code, particulars) ?? texts.Problems.Title(kind);

    private PageResult Refuse(string sentence, int status)
    {
        Refusal = sentence;
        return new PageResult { StatusCode = status };
    }

    private async Task<bool> IsFound(CancellationToken cancellation)
    {
        var found = await organizations.Find(Id, cancellation);
        Organization = found?.Organization.Name ?? "";
        return found is not null && Caller.Covers(found.Organization.Region);
    }
}
