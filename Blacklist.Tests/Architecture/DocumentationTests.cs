using System.Xml.Linq;
using static Blacklist.Tests.Architecture.Code;

namespace Blacklist.Tests.Architecture;

public sealed class DocumentationTests
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
}
