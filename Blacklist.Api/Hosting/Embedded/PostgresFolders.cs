using System.Security.Cryptography;
using System.Text;

namespace Blacklist.Api.Hosting.Embedded;

/// <summary>Where the embedded server keeps its things, with rights for nobody but the account it runs as.</summary>
internal sealed class PostgresFolders(string dataFolder, UnixAccount? account)
{
    /// <summary>A Unix socket's path may have 107 characters on Linux (103 elsewhere); PostgreSQL adds 15 to its folder.</summary>
    private const int LongestSocketFolder = 103 - 15;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>What initdb made; it appears whole or not at all.</summary>
    public string Cluster { get; } = Path.Combine(dataFolder, "postgres");

    public string NewCluster { get; } = Path.Combine(dataFolder, "postgres.new");

    public string Log { get; } = Path.Combine(dataFolder, "postgres-log", "server.log");

    public string PasswordFile { get; } = Path.Combine(dataFolder, "postgres-password");

    /// <summary>Unguessable when it must lie outside the data folder, so that nobody can put a socket of their own there first.</summary>
    public string Socket { get; } = SocketIn(dataFolder);

    public int? ClusterVersion =>
        File.Exists(Path.Combine(Cluster, "PG_VERSION")) ? int.Parse(File.ReadAllText(Path.Combine(Cluster, "PG_VERSION"))) : null;

    public async Task Prepare()
    {
        if (account is not null && UnixAccount.ClosedFolderAbove(dataFolder) is { } closed)
        {
            throw new StartProblem(
                $"PostgreSQL runs as user {account.Name} and cannot enter {closed}: choose another Registry__DataFolder than {dataFolder}.");
        }

        MakeOwnerOnly(dataFolder);
        await LetIn();
        await Make(Path.GetDirectoryName(Log)!);
        await Make(Socket);
        KeepOneOldLog();
    }

    /// <summary>The program <paramref name="binaries"/> are in may be closed to the account (a checkout under /root): then a copy is used.</summary>
    public async Task<PostgresBinaries> Reachable(PostgresBinaries binaries)
    {
        if (account is null || UnixAccount.ClosedFolderAbove(Path.Combine(binaries.Folder, "postgres")) is null)
        {
            return binaries;
        }

        var copy = Path.Combine(dataFolder, $"postgresql-{binaries.MajorVersion}");
        if (!Directory.Exists(copy))
        {
            await Must("cp", "-RP", Path.GetDirectoryName(binaries.Folder)!, copy + ".new");
            await Must("chmod", "-R", "go+rX", copy + ".new");
            Directory.Move(copy + ".new", copy);
        }

        return binaries with { Folder = Path.Combine(copy, "bin") };
    }

    /// <summary>A dead server leaves its socket and a lock file on it, which names a process as <c>postmaster.pid</c> does.</summary>
    public void ClearSocket()
    {
        foreach (var file in Directory.Exists(Socket) ? Directory.GetFiles(Socket, ".s.PGSQL.*") : [])
        {
            File.Delete(file);
        }
    }

    /// <summary>A folder for the server alone.</summary>
    public async Task Make(string folder)
    {
        MakeOwnerOnly(folder);
        if (account is not null)
        {
            await Must("chown", $"{account.UserId}:{account.GroupId}", folder);
        }
    }

    private static void MakeOwnerOnly(string folder) =>
        _ = OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, OwnerOnly);

    /// <summary>The data folder stays the service's; the server's account may pass through it and see nothing.</summary>
    private async Task LetIn()
    {
        if (account is not null && !OperatingSystem.IsWindows() && !File.GetUnixFileMode(dataFolder).HasFlag(UnixFileMode.OtherExecute))
        {
            await Must("chown", ":" + account.GroupId, dataFolder);
            File.SetUnixFileMode(dataFolder, File.GetUnixFileMode(dataFolder) | UnixFileMode.GroupExecute);
        }
    }

    private static string SocketIn(string dataFolder)
    {
        var inside = Path.Combine(dataFolder, "postgres-socket");
        return Encoding.UTF8.GetByteCount(inside) <= LongestSocketFolder
            ? inside
            : "/tmp/blacklist-" + RandomNumberGenerator.GetHexString(16, lowercase: true);
    }

    private static async Task Must(string program, params string[] arguments)
    {
        var ended = await Programs.Run(program, arguments);
        if (ended.ExitCode != 0)
        {
            throw new StartProblem(ended.LastLine);
        }
    }

    private void KeepOneOldLog()
    {
        const long tenMegabytes = 10_000_000;
        if (new FileInfo(Log) is { Exists: true, Length: > tenMegabytes })
        {
            File.Move(Log, Log + ".old", overwrite: true);
        }
    }
}
