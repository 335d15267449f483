using Blacklist.Api.Http;
using CsvHelper;

namespace Blacklist.Api.Eligibility.Files.Results;

/// <summary>UTF-8 with the mark that spreadsheet programs look for. A text that such a program would take for a formula begins with an apostrophe.</summary>
internal static class CsvResult
{
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    public static async Task Write(Stream output, IAsyncEnumerable<byte[]> lines, bool inChinese, ProblemTexts texts, CancellationToken cancellation)
    {
        await using var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        await WriteRow(csv, ResultRow.Headings(inChinese), cancellation);
        await foreach (var line in lines)
        {
            await WriteRow(csv, ResultRow.Cells(line, inChinese, texts), cancellation);
        }
    }

    private static ValueTask WriteRow(CsvWriter csv, IEnumerable<string> cells, CancellationToken cancellation)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        return csv.EndRecordAsync(cancellation);
    }
}
