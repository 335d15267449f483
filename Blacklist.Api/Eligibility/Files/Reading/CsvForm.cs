using System.Runtime.CompilerServices;
using System.Text.Unicode;
using Blacklist.Api.Http;
using CsvHelper;

namespace Blacklist.Api.Eligibility.Files.Reading;

/// <summary>UTF-8, commas, a line of headings (RFC 4180). A row with fewer cells than headings, or with something under none, is no row.</summary>
internal static class CsvForm
{
    private const int LongestRow = 32 * 1024;

    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        HasHeader = false,
        TrimWhitespace = true,
        MaxRecordSize = LongestRow,
        BufferSize = LongestRow,
        MalformedData = CsvMalformedDataHandling.Throw,
        IncludeValuesInExceptions = false,
    };

    /// <param name="headings">Told once, before the first row.</param>
    public static async IAsyncEnumerable<FileRow> Read(
        Stream content, Action<Headings> headings, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var reader = CsvReader.Create(content, Options, leaveOpen: true);
        if (!await Next(reader, cancellation))
        {
            throw FileRefusals.NoRows.Exception();
        }

        var columns = Headings.Read([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        headings(columns);
        while (await Next(reader, cancellation))
        {
            if (ReadRow(reader, columns) is { } row)
            {
                yield return row;
            }
        }
    }

    private static async ValueTask<bool> Next(CsvReader reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadAsync(cancellation)
                && (Utf8.IsValid(reader.RawRecord) ? true : throw new ProblemException(ProblemKinds.InvalidText));
        }
        catch (CsvFormatException wrong)
        {
            throw (wrong.Message.Contains(nameof(CsvReaderOptions.MaxRecordSize), StringComparison.Ordinal) ? FileRefusals.RowTooLong : FileRefusals.Unreadable)
                .Exception(wrong.RecordNumber - 1);
        }
    }

    private static FileRow? ReadRow(CsvReader reader, Headings columns)
    {
        var cells = new string?[FileRow.Width];
        var (any, nul, beyond) = (false, false, false);
        for (var place = 0; place < reader.FieldCount; place++)
        {
            var cell = reader.GetString(place).Trim();
            any |= cell.Length > 0;
            nul |= cell.Contains('\0', StringComparison.Ordinal);
            if (place < columns.Count)
            {
                cells[(int)columns[place]] = cell.Length == 0 ? null : cell;
            }
            else
            {
                beyond |= cell.Length > 0;
            }
        }

        return !any ? null
            : reader.FieldCount < columns.Count || beyond ? new FileRow(cells, new RowFlaw("", FileRefusals.RowUnreadable.Code))
            : new FileRow(cells, nul ? new RowFlaw("", ProblemKinds.InvalidText.Code) : null);
    }
}
