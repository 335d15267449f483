using System.Globalization;
using System.Text.Json;
using Blacklist.Api.Eligibility.Files.Reading;
using Blacklist.Api.Http;

namespace Blacklist.Api.Eligibility.Files.Results;

/// <summary>A line of the result as the cells of a table, for people: reasons and errors in words.</summary>
internal static class ResultRow
{
    private static readonly string[] Columns = ["row", "reference", "verdict", "reasons", "listingNumbers", "until", "effectiveOn", "warnings", "errors", "checkId"];

    public static IEnumerable<string> Headings(bool inChinese) => inChinese ? Columns.Select(column => FileWords.InChinese($"result.{column}")) : Columns;

    public static string[] Cells(ReadOnlyMemory<byte> line, bool inChinese, ProblemTexts texts)
    {
        using var json = JsonDocument.Parse(line);
        var row = json.RootElement;
        var number = row.GetProperty("row").GetInt32().ToString(CultureInfo.InvariantCulture);
        var reference = row.GetProperty("reference").GetString() ?? "";
        if (!row.TryGetProperty("answer", out var answer))
        {
            return [number, reference, "", "", "", "", "", "", Joined(row.GetProperty("errors").EnumerateArray(), error => Flaw(error, inChinese, texts)), ""];
        }

        if (answer.ValueKind == JsonValueKind.Null)
        {
            return [number, reference, "", "", "", "", "", "", "", ""];
        }

        var applicant = answer.GetProperty("applicants")[0];
        var verdict = answer.GetProperty("verdict").GetString()!;
        List<JsonElement> reasons = applicant.TryGetProperty("reasons", out var told) ? [.. told.EnumerateArray()] : []; // a partner is told none
        return
        [
            number, reference, inChinese ? FileWords.InChinese($"verdict.{verdict}") : verdict,
            string.Join("; ", Texts(reasons, "code", "reason.", texts).Concat(Texts(answer.GetProperty("organization").GetProperty("reasons").EnumerateArray(), "code", "reason.", texts))),
            Joined(reasons, reason => reason.GetProperty("listingNumber").GetString()),
            Joined(reasons, reason => reason.GetProperty("until").GetString()),
            answer.GetProperty("effectiveOn").GetString()!,
            Joined(applicant.GetProperty("warnings").EnumerateArray(), warning => Sentence(texts, $"warning.{warning.GetString()}")),
            "", answer.GetProperty("checkId").GetString()!,
        ];
    }

    private static IEnumerable<string> Texts(IEnumerable<JsonElement> list, string property, string prefix, ProblemTexts texts) =>
        list.Select(item => Sentence(texts, prefix + item.GetProperty(property).GetString())).Distinct();

    private static string Flaw(JsonElement flaw, bool inChinese, ProblemTexts texts)
    {
        var (field, sentence) = (flaw.GetProperty("field").GetString()!, Sentence(texts, flaw.GetProperty("code").GetString()!));
        return field.Length == 0 ? sentence : $"{(inChinese ? FileWords.ColumnInChinese(field) : field)}: {sentence}";
    }

    private static string Joined(IEnumerable<JsonElement> list, Func<JsonElement, string?> text) =>
        string.Join("; ", list.Select(text).OfType<string>().Distinct());

    private static string Sentence(ProblemTexts texts, string code) => texts.Title(new ProblemKind(0, code));
}
