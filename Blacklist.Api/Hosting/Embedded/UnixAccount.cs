namespace Blacklist.Api.Hosting.Embedded;

/// <summary>The account PostgreSQL runs as when the service runs as root, which PostgreSQL refuses.</summary>
internal sealed record UnixAccount(string Name, string UserId, string GroupId)
{
    private static readonly string[] Preferred = ["postgres", "nobody"];

    /// <summary>Null when this process is not root: then PostgreSQL runs as the same user.</summary>
    public static UnixAccount? ToDropTo()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return null;
        }

        var known = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields.Length >= 4).ToList();
        var entry = Preferred.Select(name => known.Find(fields => fields[0] == name)).FirstOrDefault(fields => fields is not null)
            ?? throw new StartProblem("PostgreSQL does not run as root, and this machine has neither a user postgres nor a user nobody.");
        return new UnixAccount(entry[0], entry[2], entry[3]);
    }

    /// <summary>The first folder on the way to <paramref name="path"/> that other users may not enter, or null.</summary>
    public static string? ClosedFolderAbove(string path)
    {
        for (var folder = Directory.GetParent(path); folder is not null; folder = folder.Parent)
        {
            if (folder.Exists && !folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
