namespace Blacklist.Api.Hosting;

/// <summary>Where this instance keeps what must outlive it: the embedded server's data, keys, demo clients.</summary>
internal sealed record DataFolder(string Path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary><c>Registry:DataFolder</c>, or the user's own place; made for its owner alone when it is not there.</summary>
    public static DataFolder Open(IConfiguration configuration)
    {
        var path = System.IO.Path.GetFullPath(configuration["Registry:DataFolder"] is { Length: > 0 } configured ? configured : Default());
        try
        {
            _ = OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OwnerOnly);
            using var probe = new FileStream(System.IO.Path.Combine(path, ".writable"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite, 1, FileOptions.DeleteOnClose);
            return new DataFolder(path);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new StartProblem($"The data folder {path} cannot be written; set Registry__DataFolder to one that can.", closed);
        }
    }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Root's home is closed to the user PostgreSQL runs as, so root's default lies elsewhere.</summary>
    private static string Default() =>
        !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess
            ? "/var/lib/blacklist"
            : System.IO.Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "blacklist");
}
