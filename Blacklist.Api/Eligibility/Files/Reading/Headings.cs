using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http;

namespace Blacklist.Api.Eligibility.Files.Reading;

/// <summary>The headings of a table: in any order, in the words of the API or in Chinese, each at most once.</summary>
internal sealed class Headings
{
    private const int LongestShown = 40;

    private static readonly ApplicantColumn[] Demanded =
    [
        ApplicantColumn.Reference, ApplicantColumn.Name, ApplicantColumn.Position, ApplicantColumn.OrganizationName, ApplicantColumn.OrganizationKind,
        ApplicantColumn.Charitable, ApplicantColumn.Region,
    ];

    private readonly ApplicantColumn[] _columns;

    private Headings(ApplicantColumn[] columns, bool inChinese) => (_columns, InChinese) = (columns, inChinese);

    public bool InChinese { get; }

    public int Count => _columns.Length;

    public ApplicantColumn this[int place] => _columns[place];

    /// <exception cref="ProblemException">Some are missing, unknown or there twice.</exception>
    public static Headings Read(IReadOnlyList<string> cells)
    {
        var fields = new FieldErrors();
        var columns = new List<ApplicantColumn>();
        var written = cells.Select(cell => cell.Trim()).Reverse().SkipWhile(cell => cell.Length == 0).Reverse().ToList();
        foreach (var heading in written)
        {
            if (!FileWords.TryRead<ApplicantColumn>("column", heading, out var column))
            {
                fields.Add(Presentable(heading), ProblemKinds.UnknownField);
                continue;
            }

            if (columns.Contains(column))
            {
                fields.Add(EnumWords.Of(column), ProblemKinds.DuplicateField);
            }

            columns.Add(column);
        }

        foreach (var missing in Demanded.Except(columns))
        {
            fields.Add(EnumWords.Of(missing), ProblemKinds.MissingField);
        }

        return fields.Any
            ? throw new ProblemException(Problems.Unprocessable(fields))
            : new Headings([.. columns], written.Exists(heading => !EnumWords.TryRead<ApplicantColumn>(heading, out _)));
    }

    /// <summary>What stands where a heading should may be a person's name or number: then it is not repeated.</summary>
    private static string Presentable(string heading) =>
        heading.Length is > 0 and <= LongestShown && heading.All(letter => char.IsAsciiLetter(letter) || letter == '_') ? heading : "?";
}
