namespace Blacklist.Tests;

/// <summary>Where the sources are: the folder that holds the solution file.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Blacklist.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Blacklist.sln is in no folder above the tests."));
}
