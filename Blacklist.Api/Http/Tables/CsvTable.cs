using System.Globalization;
using CsvHelper;

namespace Blacklist.Api.Http.Tables;

/// <summary>UTF-8 with the mark that spreadsheet programs look for. A text that such a program would take for a formula begins with an apostrophe.</summary>
internal static class CsvTable
{
    /// <summary>Also as they are typed in Chinese: some programs take those for the same.</summary>
    private const string FormulasBeginWith = "=+-@＝＋－＠";

    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true };

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
            csv.WriteField(IsFormula(cell) ? "'" + cell : cell);
        }

        return csv.EndRecordAsync(cancellation);
    }

    /// <summary>What stands before the first sign that is seen does not count, but as a sign that something is hidden.</summary>
    private static bool IsFormula(string cell) =>
        cell.Length > 0 && (char.IsControl(cell[0]) || (cell.FirstOrDefault(IsSeen) is var first && first != default && FormulasBeginWith.Contains(first, StringComparison.Ordinal)));

    private static bool IsSeen(char sign) => !char.IsWhiteSpace(sign) && !char.IsControl(sign) && char.GetUnicodeCategory(sign) != UnicodeCategory.Format;
}
