using Blacklist.Api.Eligibility.Files.Reading;
using Blacklist.Api.Eligibility.Files.Results;
using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;
using Blacklist.Api.Http.Tables;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Microsoft.Net.Http.Headers;

namespace Blacklist.Api.Eligibility.Files;

internal static class GetApplicantFileResultEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder files) => files.MapGet("/{id:guid}/result", Handle)
        .Summary("The answers to a file",
            """
            One row for each row that is done, in their order, in the form of the file or another one. A row has the caller's reference and never the person. As NDJSON a row holds the
            answer as it is recorded; these lines are what the receipt proves. Of a file that is not finished or was cancelled, the rows that are answered.
            """)
        .Produces<string>(StatusCodes.Status200OK, FileForms.Ndjson, FileForms.Csv, FileForms.Xlsx);

    /// <param name="form">Another form than that of the file.</param>
    public static async Task<IResult> Handle(
        Guid id, Caller caller, ApplicantFileRows files, ResultRows rows, CancellationToken cancellation, Word<FileForm>? form = null) =>
        await files.Find(id, caller.Subject, cancellation) is { } file ? new ResultDownload(file, form?.Value ?? file.Form, rows) : Problems.NotFound();
}

/// <summary>A result that is written while it is read.</summary>
internal sealed record ResultDownload(ApplicantFile File, FileForm Form, ResultRows Rows) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, cancellation) = (httpContext.Response, httpContext.RequestAborted);
        var lines = Rows.Lines(File, cancellation);
        if (Form != FileForm.Ndjson)
        {
            var texts = ProblemTexts.For(httpContext.Request);
            var table = new Table(ResultRow.Headings(File.InChinese), lines.Select(line => (IReadOnlyList<string>)ResultRow.Cells(line, File.InChinese, texts)));
            await new TableDownload(File.Id.ToString(), Form == FileForm.Csv ? TableForm.Csv : TableForm.Xlsx, table).ExecuteAsync(httpContext);
            return;
        }

        response.ContentType = Form.MediaType();
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{File.Id}{Form.Ending()}" }.ToString();
        await foreach (var line in lines)
        {
            await response.Body.WriteAsync(line, cancellation);
            await response.Body.WriteAsync("\n"u8.ToArray(), cancellation);
        }
    }
}
