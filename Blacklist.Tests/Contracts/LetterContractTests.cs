namespace Blacklist.Tests.Contracts;

/// <summary>
/// Every letter, as it was read and approved. After a change that is meant, write them anew and look at each in a browser:
/// <c>UPDATE_PAGES=1 dotnet test --filter LetterContractTests</c>
/// </summary>
public sealed class LetterContractTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "Blacklist.Tests", "Contracts", "Letters");

    public static TheoryData<string> Names => [.. LetterSamples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_letter_is_the_one_that_was_approved(string name)
    {
        var file = Path.Combine(Folder, name + ".html");
        var written = LetterSamples.All[name]().ShouldNotBeNull().Html;
        if (Environment.GetEnvironmentVariable("UPDATE_PAGES") == "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(file, written);
        }

        written.ShouldBe(File.ReadAllText(file));
    }

    [Fact]
    public void No_letter_is_left_over() =>
        Directory.GetFiles(Folder).Select(Path.GetFileNameWithoutExtension).Order().ShouldBe(LetterSamples.All.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void What_somebody_typed_is_text_and_no_document_number_is_written(string name)
    {
        var html = LetterSamples.All[name]()!.Html;
        html.ShouldNotContain("<b>");
        html.ShouldNotContain(ResidentIds.Zhang);
        html.ShouldNotContain("{{");
    }

    /// <summary>It prints from the page alone, and nobody learns that it was opened.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_letter_runs_nothing_and_loads_nothing(string name)
    {
        var html = LetterSamples.All[name]()!.Html;
        foreach (var loaded in (string[])["<script", "<link", "<img", "<iframe", "url(", "src=", "href=", "@import", "http:", "https:", "onload"])
        {
            html.ShouldNotContain(loaded, Case.Insensitive);
        }
    }

    [Fact]
    public void A_letter_that_is_not_due_is_not_written()
    {
        var (proposed, noticed) = (LetterSamples.Case(LetterSamples.Proposed), LetterSamples.Case(LetterSamples.Proposed, LetterSamples.Noticed));
        LetterSamples.Listings().Notice(LetterSamples.Case(LetterSamples.Proposed with { Facts = null })).ShouldBeNull();
        LetterSamples.Listings().Decision(proposed).ShouldBeNull();
        LetterSamples.Listings().Decision(noticed).ShouldBeNull();
        LetterSamples.Listings().Repair(noticed).ShouldBeNull();
        LetterSamples.Appeals().Decision(noticed, LetterSamples.File()).ShouldBeNull();
        LetterSamples.Appeals().Rejection(noticed, LetterSamples.File()).ShouldBeNull();
    }
}
