using Blacklist.Domain.Matching;
using Blacklist.Domain.Names;

namespace Blacklist.Tests.Domain.Matching;

/// <summary>MatchTable.md is the specification: every cell of the page is one case, and the table in the code answers as the page says.</summary>
public sealed class MatchTableSpecs
{
    private static readonly string Page = Path.Combine(Repository.Root, "Blacklist.Domain", "Matching", "MatchTable.md");

    public static TheoryData<string, string, string, string> Cells()
    {
        var cells = new TheoryData<string, string, string, string>();
        foreach (var line in File.ReadLines(Page).Where(line => line.StartsWith("| `", StringComparison.Ordinal)))
        {
            var columns = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
            foreach (var grade in columns[1].Split(' '))
            {
                foreach (var (column, circumstance) in MatchTablePage.Circumstances.Keys.Index())
                    cells.Add(columns[0].Trim('`'), grade.Trim('`'), circumstance.ToString(), columns[2 + column]);
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void The_table_answers_as_its_page_says(string documents, string grade, string circumstance, string cell) =>
        MatchTablePage.Cell(Enum.Parse<DocumentEvidence>(documents), Enum.Parse<NameGrade>(grade), Enum.Parse<Circumstance>(circumstance))
            .ShouldBe(cell);

    /// <summary>With UPDATE_PAGES=1 in the environment the page is written anew: look at the difference before it is committed.</summary>
    [Fact]
    public void The_page_has_every_cell()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_PAGES") == "1")
            File.WriteAllText(Page, MatchTablePage.Render());
        File.ReadAllText(Page).ShouldBe(MatchTablePage.Render());
    }

    [Fact]
    public void A_name_alone_is_never_certain() =>
        All().Where(evidence => evidence.Documents is not DocumentEvidence.Same)
            .ShouldAllBe(evidence => MatchTable.Look(evidence).Match != Match.Certain);

    [Fact]
    public void Another_document_of_the_same_kind_is_another_person_whatever_else_agrees() =>
        All().Where(evidence => evidence.Documents is DocumentEvidence.Other)
            .ShouldAllBe(evidence => MatchTable.Look(evidence).Match == Match.None);

    [Fact]
    public void An_equal_number_is_never_dropped() =>
        All().Where(evidence => evidence.Documents is DocumentEvidence.Same or DocumentEvidence.Conflicting)
            .ShouldAllBe(evidence => MatchTable.Look(evidence).Match != Match.None);

    [Fact]
    public void More_agreement_never_weakens_a_match()
    {
        foreach (var evidence in All().Where(evidence => evidence.BirthDate == Agreement.Unknown))
            ((int)MatchTable.Look(evidence).Match).ShouldBeLessThanOrEqualTo(
                (int)MatchTable.Look(evidence with { BirthDate = Agreement.Agrees }).Match);
    }

    private static IEnumerable<MatchEvidence> All() =>
        from documents in Enum.GetValues<DocumentEvidence>()
        from name in Enum.GetValues<NameGrade>()
        from birth in Enum.GetValues<Agreement>()
        from sex in Enum.GetValues<Agreement>()
        from region in (bool[])[false, true]
        select new MatchEvidence(documents, name, birth, sex, region);
}
