namespace Blacklist.Tests.Architecture;

public sealed class RootTests
{
    [Fact]
    public void The_visible_root_is_exactly_three_projects_the_schema_the_solution_and_the_readme() =>
        Directory.EnumerateFileSystemEntries(Repository.Root)
            .Select(path => Path.GetFileName(path))
            .Where(name => !name.StartsWith('.'))
            .Order(StringComparer.Ordinal)
            .ShouldBe(["Blacklist.Api", "Blacklist.Domain", "Blacklist.Tests", "Blacklist.sln", "README.md", "schema"]);
}
