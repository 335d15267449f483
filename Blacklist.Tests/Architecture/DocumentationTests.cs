using System.Text.RegularExpressions;
using System.Xml.Linq;
using static Blacklist.Tests.Architecture.Code;

namespace Blacklist.Tests.Architecture;

public sealed partial class DocumentationTests
{
    [Fact]
    public void Every_public_type_of_the_domain_says_what_it_is()
    {
        var documented = XDocument.Load(Path.ChangeExtension(DomainCode.Location, ".xml")).Descendants("member")
            .Where(member => member.Element("summary") is { Value.Length: > 0 })
            .Select(member => member.Attribute("name")!.Value)
            .ToHashSet(StringComparer.Ordinal);
        TypesOf(DomainCode).Where(type => type.IsPublic && !documented.Contains($"T:{type.FullName}")).Select(type => type.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void Decision_records_are_numbered_once_and_say_problem_decision_and_consequences()
    {
        var records = Directory.GetFiles(Path.Combine(Repository.Root, "Blacklist.Api/docs/adr"), "*.md").Order(StringComparer.Ordinal).ToList();
        records.Select(file => Path.GetFileName(file)[..4]).ShouldBeUnique();
        foreach (var file in records)
        {
            var text = File.ReadAllText(file);
            text.ShouldStartWith($"# {int.Parse(Path.GetFileName(file)[..4])}. ", customMessage: file);
            text.ShouldContain("\n**Problem.**", customMessage: file);
            text.ShouldContain("\n**Decision.**", customMessage: file);
            text.ShouldContain("\n**Consequences.**", customMessage: file);
        }
    }

    /// <summary>A claim without a test is a hope.</summary>
    [Fact]
    public void Every_claim_of_the_security_page_names_tests_that_there_are()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "Blacklist.Api/docs/security.md"));
        var tests = typeof(DocumentationTests).Assembly.GetTypes().Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        NameOfTests().Matches(page).Select(named => named.Groups["test"].Value).Distinct().Where(named => !tests.Contains(named)).ShouldBeEmpty();

        var claims = page.Split('\n').SkipWhile(line => !line.StartsWith("## OWASP ASVS", StringComparison.Ordinal)).TakeWhile(line => !line.StartsWith("## PIPL", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.EndsWith("| shown by |", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal)).ToList();
        claims.Count.ShouldBe(22);
        claims.Where(claim => !NameOfTests().IsMatch(claim)).ShouldBeEmpty();
    }

    [GeneratedRegex("`(?<test>[A-Za-z]+(Tests|Specs))`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameOfTests();
}
