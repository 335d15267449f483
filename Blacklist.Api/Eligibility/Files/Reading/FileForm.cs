using Microsoft.Net.Http.Headers;

namespace Blacklist.Api.Eligibility.Files.Reading;

/// <summary>In what form applicants are sent, and answers given back.</summary>
internal enum FileForm
{
    /// <summary>A JSON object a line.</summary>
    Ndjson,

    /// <summary>UTF-8 with a line of headings (RFC 4180).</summary>
    Csv,

    /// <summary>A workbook whose sheets begin with a row of headings.</summary>
    Xlsx,
}

internal static class FileForms
{
    public const string Ndjson = "application/x-ndjson";
    public const string Csv = "text/csv";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Multipart = "multipart/form-data";

    private static readonly (string MediaType, FileForm Form, string Ending)[] All =
        [(Ndjson, FileForm.Ndjson, ".ndjson"), (Csv, FileForm.Csv, ".csv"), (Xlsx, FileForm.Xlsx, ".xlsx")];

    public static string MediaType(this FileForm form) => Array.Find(All, known => known.Form == form).MediaType;

    public static string Ending(this FileForm form) => Array.Find(All, known => known.Form == form).Ending;

    /// <returns>Null for any other media type or character set.</returns>
    public static FileForm? OfMediaType(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            ? Of(known => type.MediaType.Equals(known.MediaType, StringComparison.OrdinalIgnoreCase))
            : null;

    /// <summary>Browsers on machines without a spreadsheet program send no useful media type: then the name's ending counts.</summary>
    public static FileForm? OfName(string? fileName) => Of(known => fileName?.EndsWith(known.Ending, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>What the reader of a form throws where it ends in the middle, or its parts begin with no headings of parts; a body that is too large is another matter.</summary>
    public static bool IsBrokenForm(Exception thrown) => thrown is IOException and not BadHttpRequestException or InvalidDataException;

    private static FileForm? Of(Predicate<(string MediaType, FileForm Form, string Ending)> found) =>
        Array.Exists(All, found) ? Array.Find(All, found).Form : null;
}
