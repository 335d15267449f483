using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace Blacklist.Api.Http.Tables;

/// <summary>
/// A workbook written from front to back, so that it can be sent while it is made: no library here does that (ADR 0023). Every cell is an
/// inline text, which no program takes for a formula. A sheet holds as many rows as spreadsheet programs read; then another begins.
/// </summary>
internal static partial class XlsxTable
{
    private const int RowsOfSheet = 1_048_576;
    private const int Buffered = 32 * 1024;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    public static async Task Write(Stream output, Table table, CancellationToken cancellation)
    {
        await using var archive = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        await using var rows = table.Rows.GetAsyncEnumerator(cancellation);
        var sheets = 0;
        for (var more = true; more;)
        {
            more = await WriteSheet(archive, ++sheets, table.Headings, rows, cancellation);
        }

        await WriteFrame(archive, [.. Enumerable.Range(1, sheets)], cancellation);
    }

    /// <returns>Whether there are rows for another sheet.</returns>
    private static async Task<bool> WriteSheet(
        ZipArchive archive, int number, IEnumerable<string> headings, IAsyncEnumerator<IReadOnlyList<string>> rows, CancellationToken cancellation)
    {
        await using var part = await archive.CreateEntry($"xl/worksheets/sheet{number}.xml", CompressionLevel.Fastest).OpenAsync(cancellation);
        var xml = new StringBuilder(2 * Buffered).Append($"""{Declaration}<worksheet xmlns="{Main}"><sheetData>""");
        AppendRow(xml, headings);
        var more = await rows.MoveNextAsync();
        for (var row = 2; more && row <= RowsOfSheet; row++)
        {
            AppendRow(xml, rows.Current);
            await Flush(part, xml, Buffered, cancellation);
            more = row < RowsOfSheet && await rows.MoveNextAsync();
        }

        xml.Append("</sheetData></worksheet>");
        await Flush(part, xml, least: 0, cancellation);
        return more;
    }

    private static void AppendRow(StringBuilder xml, IEnumerable<string> cells)
    {
        xml.Append("<row>");
        foreach (var cell in cells)
        {
            _ = cell.Length == 0
                ? xml.Append("<c/>")
                : xml.Append("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">").Append(Written(cell)).Append("</t></is></c>");
        }

        xml.Append("</row>");
    }

    /// <summary>A sign that XML cannot hold would make the whole workbook unreadable: it is written by its number, as ECMA-376 (ST_Xstring) does, and so is a text that looks like that.</summary>
    private static string? Written(string cell) =>
        SecurityElement.Escape(UnfitForXml().Replace(cell, sign => string.Create(CultureInfo.InvariantCulture, $"_x{(int)sign.Value[0]:X4}_")));

    [GeneratedRegex(@"[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.None, 1000)]
    private static partial Regex UnfitForXml();

    private static async Task WriteFrame(ZipArchive archive, IReadOnlyList<int> sheets, CancellationToken cancellation)
    {
        await Put("[Content_Types].xml", $"""
            <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Workbook}.sheet.main+xml"/>{Each(n => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{Workbook}.worksheet+xml"/>""")}</Types>
            """);
        await Put("_rels/.rels", $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        await Put("xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Relationships}"><sheets>{Each(n => $"""<sheet name="{n}" sheetId="{n}" r:id="rId{n}"/>""")}</sheets></workbook>
            """);
        await Put("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Package}/relationships">{Each(n => $"""<Relationship Id="rId{n}" Type="{Relationships}/worksheet" Target="worksheets/sheet{n}.xml"/>""")}</Relationships>
            """);

        string Each(Func<int, string> text) => string.Concat(sheets.Select(text));

        async Task Put(string name, string content)
        {
            await using var part = await archive.CreateEntry(name).OpenAsync(cancellation);
            await part.WriteAsync(Encoding.UTF8.GetBytes(Declaration + content), cancellation);
        }
    }

    private static async Task Flush(Stream part, StringBuilder xml, int least, CancellationToken cancellation)
    {
        if (xml.Length >= least)
        {
            await part.WriteAsync(Encoding.UTF8.GetBytes(xml.ToString()), cancellation);
            xml.Clear();
        }
    }
}
