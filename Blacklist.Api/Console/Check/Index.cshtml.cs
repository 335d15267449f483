using System.Text;
using Blacklist.Api.Eligibility;
using Blacklist.Api.Eligibility.Files.Reading;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Check;

/// <summary>资格核查: one application with everybody in it, typed, pasted or dropped into one table.</summary>
[Requires(Permission.AskChecks)]
[RequestFormLimits(ValueCountLimit = 4096, MemoryBufferThreshold = Limits.BodyBytes)] // 200 applicants with seven cells each; a workbook is never laid down unsealed
internal sealed class IndexModel(CheckAsking asking, RegionCatalogue regions, PageText texts) : PageModel
{
    private const int MostSuggestions = 300;

    /// <summary>A few more than there may be applicants: headings, and one too many to be told so.</summary>
    private const int MostSheetRows = EligibilityCheckRequest.MostApplicants + 5;

    private static readonly OrganizationKind[] Kinds = [OrganizationKind.SocialAssociation, OrganizationKind.SocialServiceInstitution, OrganizationKind.Foundation];

    [BindProperty]
    public Guid FormNumber { get; set; } = Guid.NewGuid();

    public CheckForm Form { get; private set; } = null!;

    public FormProblem Problem { get; private set; } = FormProblem.None;

    public Caller Caller => Caller.Of(HttpContext)!;

    /// <summary>Where the caller may ask, for whoever does not know the code.</summary>
    public IEnumerable<Region> Regions => Caller.Regions.SelectMany(regions.Within).DistinctBy(region => region.Code).Take(MostSuggestions);

    public IEnumerable<TypedApplicant> Rows =>
        Form.Applicants.Concat(Enumerable.Repeat(TypedApplicant.Empty, Math.Max(1, CheckForm.Rows - Form.Applicants.Count)));

    public void OnGet() => Form = CheckForm.Empty(Caller.Regions is [var first, ..] ? first.Value : "", Caller.Purposes is [var purpose, ..] ? purpose : "");

    public async Task<IActionResult> OnPost()
    {
        Form = CheckForm.Read(Request.Form);
        var fields = new FieldErrors();
        if (Form.ToRequest(fields) is not { } request)
        {
            return Refused(Problems.Unprocessable(fields));
        }

        return await asking.Ask(request, Caller, FormNumber) switch
        {
            Answer answer => RedirectToPage("Details", new { id = CheckAsking.IdOf(answer), form = FormNumber }),
            Problem problem when problem.Kind.Status is StatusCodes.Status422UnprocessableEntity or StatusCodes.Status403Forbidden => Refused(problem),
            var other => new PageAnswer(other),
        };
    }

    /// <summary>A table to fill in elsewhere, with the columns as the page knows them.</summary>
    public FileContentResult OnGetTemplate()
    {
        var columns = new[] { "name", "position", "documentType", "number", "birthDate", "sex" };
        var example = new[] { "", texts.Of(Position.Founder), texts.Of(DocumentType.ResidentId), "", "", "" };
        var lines = new[] { columns.Select(column => texts["check.column." + column]), example }.Select(row => string.Join(',', row) + "\r\n");
        return File((byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(lines))], "text/csv", texts["check.template.file"]);
    }

    /// <summary>A workbook that was dropped, as the text that copying its cells would give: the page fills its table from either, and nothing is kept.</summary>
    public async Task<ContentResult> OnPostSheet(IFormFile sheet, CancellationToken cancellation)
    {
        var workbook = new MemoryStream();
        await sheet.CopyToAsync(workbook, cancellation);
        var rows = XlsxForm.FirstSheet(workbook).Take(MostSheetRows).Select(row => string.Join('\t', row.Select(cell => cell.ReplaceLineEndings(" ").Replace('\t', ' '))));
        return Content(string.Join('\n', rows), "text/plain; charset=utf-8");
    }

    public IEnumerable<(string Value, string Word)> Purposes => Caller.Purposes.Select(purpose => (purpose, texts["checkPurpose." + purpose]));

    public IEnumerable<(string Value, string Word)> OrganizationKinds => Kinds.Select(kind => (EnumWords.Of(kind), texts.Of(kind)));

    public IEnumerable<(string Value, string Word)> Words<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(value => (EnumWords.Of(value), texts.Of(value)));

    private PageResult Refused(Problem problem)
    {
        Problem = FormProblem.Of(problem, texts);
        if (problem.Kind == ProblemKinds.Forbidden)
        {
            Problem = new FormProblem(texts["check.notYourRegion"], FormProblem.None.Fields);
        }

        return new PageResult { StatusCode = problem.Kind.Status };
    }
}
