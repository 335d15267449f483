using System.Text;
using Blacklist.Domain.Matching;
using Blacklist.Domain.Names;

namespace Blacklist.Tests.Domain.Matching;

public enum Circumstance
{
    BirthDateAgrees,
    NothingElseKnown,
    OnlyTheRegionAgrees,
    BirthDateDiffers,
    SexDiffers,
}

/// <summary>Writes the page that shows the match table to people.</summary>
internal static class MatchTablePage
{
    public static IReadOnlyDictionary<Circumstance, (string Title, Agreement BirthDate, Agreement Sex, bool Region)> Circumstances { get; } =
        new Dictionary<Circumstance, (string, Agreement, Agreement, bool)>
        {
            [Circumstance.BirthDateAgrees] = ("birth date agrees", Agreement.Agrees, Agreement.Agrees, false),
            [Circumstance.NothingElseKnown] = ("nothing else known", Agreement.Unknown, Agreement.Unknown, false),
            [Circumstance.OnlyTheRegionAgrees] = ("only the region agrees", Agreement.Unknown, Agreement.Unknown, true),
            [Circumstance.BirthDateDiffers] = ("birth date differs", Agreement.Differs, Agreement.Unknown, false),
            [Circumstance.SexDiffers] = ("sex differs", Agreement.Unknown, Agreement.Differs, false),
        };

    public static string Cell(DocumentEvidence documents, NameGrade grade, Circumstance circumstance)
    {
        var (_, birthDate, sex, region) = Circumstances[circumstance];
        var (match, reasons) = MatchTable.Look(new MatchEvidence(documents, grade, birthDate, sex, region));
        return $"{(match == Match.None ? "none" : $"**{match.ToString().ToLowerInvariant()}**")}: {string.Join(", ", reasons.Select(reason => reason.Code))}";
    }

    public static string Render()
    {
        var page = new StringBuilder("""
            # When are two descriptions one person?

            What the documents say, how near the names are, and what else is known decide together. **certain** may restrict (if the rule's
            elements are there), **doubtful** sends the application to a human, none lets it pass; the reasons are recorded in each case.
            Every cell below is a specification: `MatchTableSpecs` reads this page.

            - Same: a number is equal. Conflicting: one number is equal, another of the same kind differs. Other: lifelong numbers of the same
              kind differ. Weak: only passports can be compared, and they differ. Absent: nothing can be compared.
            - Birth date and sex are those in a document number, or else as given.
            - Region is a hint of the caller's; it never contradicts, because people move.


            """);
        page.Append("| documents | name |").AppendJoin(" |", Circumstances.Values.Select(circumstance => " " + circumstance.Title)).Append(" |\n");
        page.Append("| --- | --- |").Insert(page.Length, " --- |", Circumstances.Count).Append('\n');
        foreach (var documents in Enum.GetValues<DocumentEvidence>())
        {
            foreach (var row in Enum.GetValues<NameGrade>().GroupBy(grade => Row(documents, grade)))
                page.Append($"| `{documents}` | {string.Join(' ', row.Select(grade => $"`{grade}`"))} |{row.Key}\n");
        }

        return page.ToString();
    }

    private static string Row(DocumentEvidence documents, NameGrade grade) =>
        string.Concat(Circumstances.Keys.Select(circumstance => $" {Cell(documents, grade, circumstance)} |"));
}
