using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace Blacklist.Api.Hosting.Embedded;

/// <summary>How the embedded server is reached: the same for as long as the service runs, however often the server starts again.</summary>
internal abstract record PostgresAddress
{
    private PostgresAddress()
    {
    }

    public abstract IReadOnlyList<string> InitdbArguments { get; }

    public abstract IReadOnlyDictionary<string, string> Settings { get; }

    public static PostgresAddress For(PostgresFolders folders) =>
        OperatingSystem.IsWindows() ? new Loopback(FreePort(), StoredPassword(folders.PasswordFile), folders.PasswordFile) : new UnixSocket(folders.Socket);

    /// <summary>Where a server that works in the folder already listens.</summary>
    /// <exception cref="StartProblem">There is none.</exception>
    public static PostgresAddress OfRunning(PostgresFolders folders) =>
        new PostmasterFile(folders.Cluster).Address switch
        {
            null => throw new StartProblem("The instance that holds the data folder is still starting, or ending: try again in a moment."),
            (_, var port) when OperatingSystem.IsWindows() => new Loopback(port, StoredPassword(folders.PasswordFile), folders.PasswordFile),
            (var socket, _) => new UnixSocket(socket),
        };

    public string ConnectionString(string database, string role)
    {
        var text = new NpgsqlConnectionStringBuilder { Database = database, Username = role };
        Complete(text);
        return text.ConnectionString;
    }

    /// <summary>The server has stopped for good.</summary>
    public virtual void Release()
    {
    }

    protected abstract void Complete(NpgsqlConnectionStringBuilder text);

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static string StoredPassword(string file)
    {
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, RandomNumberGenerator.GetHexString(40));
        }

        return File.ReadAllText(file);
    }

    /// <summary>No network at all; the folder's rights are the door.</summary>
    public sealed record UnixSocket(string Folder) : PostgresAddress
    {
        public override IReadOnlyList<string> InitdbArguments { get; } = ["--auth=trust"];

        public override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
        {
            ["listen_addresses"] = "",
            ["unix_socket_directories"] = Folder,
            ["port"] = "5432",
        };

        public override void Release()
        {
            if (Directory.Exists(Folder))
            {
                Directory.Delete(Folder, recursive: true);
            }
        }

        protected override void Complete(NpgsqlConnectionStringBuilder text) => (text.Host, text.Port) = (Folder, 5432);
    }

    /// <summary>Every local user can reach a loopback port, hence the password.</summary>
    public sealed record Loopback(int Port, string Password, string PasswordFile) : PostgresAddress
    {
        public override IReadOnlyList<string> InitdbArguments { get; } = ["--auth=scram-sha-256", "--pwfile=" + PasswordFile];

        public override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
        {
            ["listen_addresses"] = "127.0.0.1",
            ["port"] = Port.ToString(),
        };

        protected override void Complete(NpgsqlConnectionStringBuilder text) =>
            (text.Host, text.Port, text.Password) = ("127.0.0.1", Port, Password);
    }
}
