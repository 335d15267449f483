using Blacklist.Api.Eligibility.Files.Reading;
using Blacklist.Api.Eligibility.Files.Results;
using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Http.Features;
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
        Guid id, Caller caller, ApplicantFileRecord files, ResultRows rows, CancellationToken cancellation, Word<FileForm>? form = null) =>
        await files.Find(id, caller.Subject, cancellation) is { } file ? new ResultDownload(file, form?.Value ?? file.Form, rows) : Problems.NotFound();
}

/// <summary>A result that is written while it is read.</summary>
internal sealed record ResultDownload(ApplicantFile File, FileForm Form, ResultRows Rows) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, cancellation) = (httpContext.Response, httpContext.RequestAborted);
        response.ContentType = Form.MediaType();
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{File.Id}{Form.Ending()}" }.ToString();
        var (lines, texts) = (Rows.Lines(File, cancellation), ProblemTexts.For(httpContext.Request));
        switch (Form)
        {
            case FileForm.Csv:
                await CsvResult.Write(response.Body, lines, File.InChinese, texts, cancellation);
                break;
            case FileForm.Xlsx:
                httpContext.Features.Get<IHttpBodyControlFeature>()!.AllowSynchronousIO = true; // an archive's part writes its last bytes while it is closed
                await XlsxResult.Write(response.Body, lines, File.InChinese, texts, cancellation);
                break;
            default:
                await foreach (var line in lines)
                {
                    await response.Body.WriteAsync(line, cancellation);
                    await response.Body.WriteAsync("\n"u8.ToArray(), cancellation);
                }

                break;
        }
    }
}
