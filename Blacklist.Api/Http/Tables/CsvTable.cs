using CsvHelper;

namespace Blacklist.Api.Http.Tables;

/// <summary>UTF-8 with the mark that spreadsheet programs look for. A text that such a program would take for a formula begins with an apostrophe.</summary>
internal static class CsvTable
{
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    public static async Task Write(Stream output, Table table, CancellationToken cancellation)
    {
        await using var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        await WriteRow(csv, table.Headings, cancellation);
        await foreach (var row in table.Rows.WithCancellation(cancellation))
        {
            await WriteRow(csv, row, cancellation);
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
