using System.Diagnostics;
using Blacklist.Api.Hosting.Embedded;

namespace Blacklist.Tests;

/// <summary>The crash of a whole server: postmaster and children, each by its own id, for orphans would block the next start.</summary>
internal static class PostgresProcess
{
    /// <summary>The postmaster first: no child is born after it.</summary>
    public static void Kill9(string clusterFolder)
    {
        if (Postmaster(clusterFolder) is { } postmaster && new PostmasterFile(clusterFolder).Servers().Contains(postmaster))
        {
            Kill(postmaster);
        }

        foreach (var child in new PostmasterFile(clusterFolder).Servers())
        {
            Kill(child);
        }
    }

    /// <summary>The process that the folder's <c>postmaster.pid</c> names; another one after a restart.</summary>
    public static int? Postmaster(string clusterFolder)
    {
        var file = Path.Combine(clusterFolder, "postmaster.pid");
        return File.Exists(file) && int.TryParse(File.ReadLines(file).FirstOrDefault(), out var id) ? id : null;
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

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // A child that ended with its postmaster.
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
