using System.Diagnostics;
using Blacklist.Api.Hosting.Embedded;

namespace Blacklist.Tests;

/// <summary>The crash of a whole server: postmaster and children, each by its own id, for orphans would block the next start.</summary>
internal static class PostgresProcess
{
    public static void Kill9(string clusterFolder)
    {
        foreach (var id in new PostmasterFile(clusterFolder).Servers())
        {
            try
            {
                Process.GetProcessById(id).Kill();
            }
            catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
            {
                // A child that ended with its postmaster.
            }
        }
    }

    /// <summary>Ends and deletes what a test run that was itself killed left in the temporary folder.</summary>
    public static async Task ClearLeftBehind(string folderPrefix)
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), folderPrefix + "*"))
        {
            if (int.TryParse(Path.GetFileName(folder)[folderPrefix.Length..], out var run) && !Lives(run))
            {
                Kill9(Path.Combine(folder, "postgres"));
                await Poll.Until(() => new PostmasterFile(Path.Combine(folder, "postgres")).Servers().Count == 0);
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static bool Lives(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
