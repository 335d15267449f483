using static Blacklist.Tests.Architecture.Code;

namespace Blacklist.Tests.Architecture;

/// <summary>What a reader has to take in at once.</summary>
public sealed class SizeTests
{
    private static readonly Dictionary<string, int> Lines = ProductionFiles.ToDictionary(file => file, file => Text(file).Split('\n').Length - 1);

    [Fact]
    public void No_file_has_more_than_300_lines() => Lines.Where(file => file.Value > 300).ShouldBeEmpty();

    [Fact]
    public void Nine_files_of_ten_have_at_most_120_lines() => (10 * Lines.Values.Count(lines => lines > 120)).ShouldBeLessThanOrEqualTo(Lines.Count);

    [Fact]
    public void No_folder_has_more_than_15_files() =>
        ProductionFiles.GroupBy(Path.GetDirectoryName).Where(folder => folder.Count() > 15)
            .Select(folder => $"{folder.Key}: {folder.Count()}").ShouldBeEmpty();

    [Fact]
    public void No_folder_is_deeper_than_four() => ProductionFiles.Where(file => file.Split('/').Length > 5).ShouldBeEmpty();

    [Fact]
    public void A_file_is_in_the_folder_of_its_namespace() =>
        ProductionFiles.Where(file => Path.GetFileName(file) != "Program.cs")
            .Where(file => !Text(file).Contains($"namespace {Path.GetDirectoryName(file)!.Replace('/', '.')};", StringComparison.Ordinal))
            .ShouldBeEmpty();
}
