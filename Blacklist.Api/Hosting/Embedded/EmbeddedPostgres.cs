namespace Blacklist.Api.Hosting.Embedded;

/// <summary>
/// A private PostgreSQL under a folder of its own, reached by a Unix socket that only its account may open (on Windows: by loopback and a
/// password). <c>pg_ctl</c> puts the server into a session of its own, so Ctrl-C in the service's terminal does not reach it and the
/// service can end in order. Decision record 0008.
/// </summary>
internal sealed class EmbeddedPostgres : IAsyncDisposable
{
    public const string Administrator = "postgres";

    private readonly EmbeddedPostgresOptions options;
    private readonly UnixAccount? account = UnixAccount.ToDropTo();
    private readonly PostgresFolders folders;
    private readonly PostgresAddress address;
    private readonly SemaphoreSlim oneAtATime = new(1);
    private PostgresBinaries? binaries;
    private bool disposed;

    /// <summary>Decides where the server will be; nothing runs before <see cref="Start()"/>.</summary>
    public EmbeddedPostgres(EmbeddedPostgresOptions options)
    {
        this.options = options with { DataFolder = Path.GetFullPath(options.DataFolder) };
        folders = new PostgresFolders(this.options.DataFolder, account);
        address = options.StartedElsewhere ? PostgresAddress.OfRunning(folders) : PostgresAddress.For(folders);
    }

    public string ClusterFolder => folders.Cluster;

    public string LogFile => folders.Log;

    public static async Task<EmbeddedPostgres> Start(EmbeddedPostgresOptions options)
    {
        var postgres = new EmbeddedPostgres(options);
        await postgres.Start();
        return postgres;
    }

    public async Task Start()
    {
        var found = await PostgresBinaries.Find(options, folders.ClusterVersion);
        await folders.Prepare();
        binaries = await folders.Reachable(found);
        await MakeCluster();
        AppDomain.CurrentDomain.ProcessExit += StopWithTheProcess;
        await Restart();
    }

    public string ConnectionString(string database, string role) => address.ConnectionString(database, role);

    /// <summary>False only when no process of the server is left.</summary>
    public async Task<bool> IsRunning() =>
        OperatingSystem.IsLinux()
            ? new PostmasterFile(folders.Cluster).Servers().Count > 0
            : (await Run("pg_ctl", "status", "-D", folders.Cluster)).ExitCode == 0;

    /// <summary>
    /// Starts the server; one that still works in this folder, left by a service that was killed, is stopped first,
    /// so that nothing of the dead service's work (locks, open transactions, other settings) goes on.
    /// </summary>
    public async Task Restart()
    {
        await oneAtATime.WaitAsync();
        try
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            await StopServer();
            var ended = await Run("pg_ctl", "start", "-w", "-t", "600", "-D", folders.Cluster, "-l", folders.Log, "-o", ServerArguments());
            if (ended.ExitCode != 0)
            {
                throw new StartProblem($"The embedded PostgreSQL does not start ({ended.LastLine}); its log is {folders.Log}.");
            }
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= StopWithTheProcess;
        await oneAtATime.WaitAsync();
        try
        {
            if (!disposed)
            {
                disposed = true;
                await StopServer();
                address.Release();
            }
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>A run that ends before anything could be disposed: interrupted or failed while it was starting.</summary>
    private void StopWithTheProcess(object? sender, EventArgs args) => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task MakeCluster()
    {
        if (folders.ClusterVersion is not null)
        {
            return;
        }

        if (Directory.Exists(folders.NewCluster))
        {
            Directory.Delete(folders.NewCluster, recursive: true);
        }

        await folders.Make(folders.NewCluster);
        string[] arguments =
        [
            "-D", folders.NewCluster, "-U", Administrator, "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums",
            .. address.InitdbArguments, .. options.Durable ? Array.Empty<string>() : ["--no-sync"],
        ];
        var ended = await Run("initdb", arguments);
        if (ended.ExitCode != 0)
        {
            throw new StartProblem($"The embedded PostgreSQL could not be set up in {options.DataFolder}: {ended.LastLine}");
        }

        Directory.Move(folders.NewCluster, folders.Cluster);
    }

    private async Task StopServer()
    {
        var file = new PostmasterFile(folders.Cluster);
        if (file.NamesLivingServer && (await Stop("fast")).ExitCode != 0)
        {
            await Stop("immediate");
        }

        if (await file.DeleteStale())
        {
            folders.ClearSocket();
        }

        Task<Programs.Ended> Stop(string mode) => Run("pg_ctl", "stop", "-w", "-t", "60", "-D", folders.Cluster, "-m", mode);
    }

    private string ServerArguments()
    {
        Dictionary<string, string> settings = new(address.Settings)
        {
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
            ["max_connections"] = "200",
            // Room for a register of half a million listings, and seldom checkpoints: each makes every page go to the WAL whole once more.
            ["shared_buffers"] = "512MB",
            ["max_wal_size"] = "4GB",
            ["checkpoint_timeout"] = "15min",
            // An error's detail would show the values of a row in the log.
            ["log_error_verbosity"] = "terse",
            ["log_parameter_max_length"] = "0",
        };
        if (!options.Durable)
        {
            (settings["fsync"], settings["full_page_writes"], settings["synchronous_commit"]) = ("off", "off", "off");
        }

        foreach (var (name, value) in options.Settings)
        {
            settings[name] = value;
        }

        var quote = OperatingSystem.IsWindows() ? '"' : '\'';
        return string.Join(' ', settings.Select(setting => $"-c {quote}{setting.Key}={setting.Value}{quote}"));
    }

    private Task<Programs.Ended> Run(string program, params string[] arguments) => Programs.Run(binaries!.Program(program), arguments, account);
}
