using System.Globalization;
using System.Xml;

namespace Blacklist.Api.Eligibility.Files.Reading;

/// <summary>
/// Goes through sheets without keeping anything, for what the library that reads them neither says nor bounds: to it, an error such as #N/A and a formula
/// that was never calculated are empty cells, and it believes every number of a row or column. One guard for all sheets of a workbook.
/// </summary>
internal sealed class SheetGuard
{
    private const int LastRow = 1_048_576; // ECMA-376
    private const int LastColumn = 256;
    private const int MostCells = 2_000;
    private const int MostRows = 2 * FileReception.MostRows;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreWhitespace = true };

    private long _rows; // with the empty ones between

    /// <param name="part">What the workbook says is a sheet; anything else is left alone.</param>
    /// <exception cref="XmlException">It is no XML.</exception>
    public void Check(Stream part)
    {
        using var xml = XmlReader.Create(part, Settings);
        if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName != "worksheet")
        {
            return;
        }

        var (row, column, cells, read) = (0, 0, 0, 0);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                (row, column, cells) = (RowNumber(xml.GetAttribute("r"), row + 1), 0, 0);
                read = Math.Max(read + 1, row);
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                column = ColumnNumber(xml.GetAttribute("r"), column + 1);
                if (++cells > MostCells || (HasValue(xml, column, row) && column > LastColumn))
                {
                    throw FileRefusals.RowTooLong.Exception(row);
                }
            }
        }

        _rows += read;
        if (_rows > MostRows)
        {
            throw FileRefusals.TooManyRows.Exception(FileReception.MostRows);
        }
    }

    private static bool HasValue(XmlReader xml, int column, int row)
    {
        var type = xml.GetAttribute("t");
        if (type == "e")
        {
            throw FileRefusals.CellWithoutValue.Exception(CellName(column, row));
        }

        var (isFormula, hasValue, hasText) = (false, false, false);
        for (var depth = xml.Depth; !xml.IsEmptyElement && xml.Read() && xml.Depth > depth;)
        {
            isFormula |= xml.NodeType == XmlNodeType.Element && xml.LocalName == "f";
            hasValue |= xml.NodeType == XmlNodeType.Element && xml.LocalName is "v" or "is";
            hasText |= hasValue && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA;
        }

        // A formula that came to an empty text has an empty value; one that was not calculated has none, or an empty one that is no text.
        return isFormula && !(hasValue && (hasText || type == "str")) ? throw FileRefusals.CellWithoutValue.Exception(CellName(column, row)) : hasText;
    }

    private static int RowNumber(string? written, int next) =>
        written is null ? next
        : int.TryParse(written, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= LastRow ? number
        : throw FileRefusals.Unreadable.Exception();

    private static int ColumnNumber(string? written, int next)
    {
        if (written is null)
        {
            return next;
        }

        var letters = written.AsSpan().TrimEnd("0123456789");
        if (letters.IsEmpty || letters.Length == written.Length || letters.ContainsAnyExceptInRange('A', 'Z'))
        {
            throw FileRefusals.Unreadable.Exception();
        }

        var number = 0L;
        foreach (var letter in letters)
        {
            number = Math.Min((number * 26) + letter - 'A' + 1, int.MaxValue);
        }

        return (int)number;
    }

    /// <summary>As spreadsheet programs show it.</summary>
    private static string CellName(int column, int row)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
        {
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{letters}{row}");
    }
}
