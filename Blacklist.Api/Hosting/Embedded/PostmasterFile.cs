using System.Diagnostics;

namespace Blacklist.Api.Hosting.Embedded;

/// <summary>
/// The file <c>postmaster.pid</c>, by which PostgreSQL knows that a server works in a folder. It outlives a killed server, and its number
/// may by then belong to another process (a container gives low numbers again) or to a dead one that nobody has reaped; PostgreSQL would
/// then refuse to start for ever, and <c>pg_ctl stop</c> would signal a stranger.
/// </summary>
internal sealed class PostmasterFile(string cluster)
{
    private readonly string path = Path.Combine(cluster, "postmaster.pid");

    public bool Exists => File.Exists(path);

    /// <summary>Socket folder and port of the server that wrote it; null when it does not say.</summary>
    public (string Socket, int Port)? Address =>
        Read(path)?.Split('\n') is [_, _, _, var port, var socket, ..] && int.TryParse(port, out var number) ? (socket.TrimEnd(), number) : null;

    /// <summary>Whether the process it names is a server of this folder; where that cannot be told (no /proc), PostgreSQL's own rules decide.</summary>
    public bool NamesLivingServer =>
        Exists && (!OperatingSystem.IsLinux() || (int.TryParse(Read(path)?.Split('\n')[0], out var id) && Servers().Contains(id)));

    /// <summary>Deletes the file of a dead server, once the children that outlived it have ended; false if they do not.</summary>
    public async Task<bool> DeleteStale()
    {
        for (var look = 0; OperatingSystem.IsLinux() && Exists && look < 100; look++)
        {
            if (Servers().Count == 0)
            {
                File.Delete(path);
            }

            await Task.Delay(100);
        }

        return !Exists;
    }

    /// <summary>Postmaster and children alike: each works in the folder that holds this file. Known on Linux only.</summary>
    public IReadOnlyList<int> Servers()
    {
        var ids = new List<int>();
        var content = Read(path);
        foreach (var process in Process.GetProcessesByName("postgres"))
        {
            using (process)
            {
                if (content is not null && Read($"/proc/{process.Id}/cwd/postmaster.pid") == content)
                {
                    ids.Add(process.Id);
                }
            }
        }

        return ids;
    }

    /// <summary>Null when there is none, or when it is of a process that is dead and not reaped, or of another user.</summary>
    private static string? Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
