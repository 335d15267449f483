using System.Globalization;
using System.Text;
using System.Xml;
using Blacklist.Api.EventLog.Json;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Blacklist.Api.Eligibility.Files.Reading;

/// <summary>Every sheet of a workbook begins with a row of headings; empty rows and empty sheets are none. Formulas count as what they last came to.</summary>
internal static class XlsxForm
{
    private const int LongestCell = 2_000;

    static XlsxForm() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // the reader names one, also where it needs none

    /// <param name="workbook">Read from any place, more than once.</param>
    /// <param name="headings">Told for every sheet.</param>
    public static IEnumerable<FileRow> Read(Stream workbook, Action<Headings> headings)
    {
        using var reader = Open(workbook);
        do
        {
            Headings? columns = null;
            for (var row = 0; Guarded(reader.Read); row++)
            {
                var cells = Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue).ToArray();
                if (cells.All(cell => cell is null or ""))
                {
                    continue;
                }

                if (columns is null)
                {
                    columns = Headings.Read([.. cells.Select(cell => Text(cell) ?? "")]);
                    headings(columns);
                }
                else
                {
                    yield return ReadRow(cells, columns, row);
                }
            }
        }
        while (Guarded(reader.NextResult));
    }

    /// <summary>The cells of the first sheet, headings or none, as the text that copying them would give. A number that a spreadsheet cannot have kept whole is not written as digits.</summary>
    public static IEnumerable<string[]> FirstSheet(Stream workbook)
    {
        using var reader = Open(workbook);
        while (Guarded(reader.Read))
        {
            yield return [.. Enumerable.Range(0, reader.FieldCount).Select(place => Text(reader.GetValue(place)) ?? "")];
        }
    }

    private static IExcelDataReader Open(Stream workbook) => Guarded(() =>
    {
        WorkbookGuard.Check(workbook);
        workbook.Position = 0;
        return ExcelReaderFactory.CreateOpenXmlReader(workbook, new ExcelReaderConfiguration { LeaveOpen = true });
    });

    private static FileRow ReadRow(object?[] values, Headings columns, int number)
    {
        var cells = new string?[FileRow.Width];
        RowFlaw? flaw = null;
        for (var place = 0; place < values.Length; place++)
        {
            var text = Text(values[place]);
            if (text?.Length > LongestCell)
            {
                throw FileRefusals.RowTooLong.Exception(number);
            }

            if (place < columns.Count)
            {
                cells[(int)columns[place]] = text;
                flaw ??= Flaw(columns[place], values[place]);
            }
            else if (text is not null)
            {
                flaw ??= new RowFlaw("", FileRefusals.RowUnreadable.Code);
            }
        }

        return new FileRow(cells, flaw);
    }

    private static RowFlaw? Flaw(ApplicantColumn column, object? value) =>
        column is ApplicantColumn.DocumentNumber or ApplicantColumn.SecondDocumentNumber && value is not (null or string)
            ? new RowFlaw(EnumWords.Of(column), FileRefusals.NumberNotText.Code)
            : null;

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text.Trim() is { Length: > 0 } trimmed ? trimmed : null,
        bool truth => truth ? "true" : "false",
        DateTime day => day.TimeOfDay == TimeSpan.Zero ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : day.ToString("s", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>What a broken archive, or one that is no workbook, makes its readers throw.</summary>
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or ExcelReaderException or IndexOutOfRangeException
            or ArgumentException or FormatException or NullReferenceException or InvalidOperationException or OverflowException)
        {
            throw FileRefusals.Unreadable.Exception();
        }
    }
}
