using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Blacklist.Api.Http.Tables;

/// <summary>In what form people take a table along.</summary>
internal enum TableForm
{
    Csv,
    Xlsx,
}

/// <summary>A table as a file, sent while it is written.</summary>
/// <param name="Name">Of the file, without its ending.</param>
internal sealed record TableDownload(string Name, TableForm Form, Table Table) : IResult
{
    private const string Csv = "text/csv";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, cancellation) = (httpContext.Response, httpContext.RequestAborted);
        response.ContentType = Form == TableForm.Csv ? Csv : Xlsx;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = $"{Name}.{(Form == TableForm.Csv ? "csv" : "xlsx")}",
        }.ToString();
        if (Form == TableForm.Csv)
        {
            return CsvTable.Write(response.Body, Table, cancellation);
        }

        httpContext.Features.Get<IHttpBodyControlFeature>()!.AllowSynchronousIO = true; // an archive's part writes its last bytes while it is closed
        return XlsxTable.Write(response.Body, Table, cancellation);
    }
}
