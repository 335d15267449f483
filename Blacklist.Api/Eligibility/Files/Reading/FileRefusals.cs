using Blacklist.Api.Http;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Eligibility.Files.Reading;

/// <summary>Why a file, or a row of it, is not taken.</summary>
internal static class FileRefusals
{
    public static readonly Refusal Unreadable = new("file_unreadable", "The content is not what its type says.");
    public static readonly Refusal RowTooLong = new("file_row_too_long", "A row is longer than any row of applicants can be.");
    public static readonly Refusal TooManyRows = new("file_rows_too_many", "The file has more rows than one file may have.");
    public static readonly Refusal NoRows = new("file_without_rows", "The file has no rows.");
    public static readonly Refusal UnpacksTooLarge = new("file_unpacks_too_large", "The workbook unpacks to more than a workbook of applicants can be.");
    public static readonly Refusal CellWithoutValue = new("file_cell_without_value", "A cell shows an error, or its formula was never calculated.");

    public static readonly Refusal RowUnreadable = new("row_unreadable", "The row is not readable as a row of the file's form.");
    public static readonly Refusal NumberNotText = new("document_number_not_text", "The cell holds a number; a spreadsheet keeps 15 digits of one. Format the column as text.");
    public static readonly Refusal RegionNotCovered = new("region_not_covered", "The caller does not work for this region.");

    /// <summary>Of the whole file: nothing of it is kept.</summary>
    public static IReadOnlyList<Refusal> OfFile { get; } = [Unreadable, RowTooLong, TooManyRows, NoRows, UnpacksTooLarge, CellWithoutValue];

    /// <param name="particulars">Where a row is meant, its number from 1, headings not counted.</param>
    public static ProblemException Exception(this Refusal refusal, params IReadOnlyList<object> particulars) =>
        new(new Problem(ProblemKind.Unprocessable(refusal)) { Particulars = particulars });
}
