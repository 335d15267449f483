using Npgsql;

namespace Blacklist.Api.Hosting;

/// <summary>The ways into the registry's database, with the settings every connection must have.</summary>
internal static class RegistryConnections
{
    /// <summary>Sets up and migrates the database; nothing else uses it.</summary>
    public static NpgsqlDataSource Owner(string connectionString) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "blacklist-owner",
            // Migrating, and waiting for another node that migrates, may take long.
            CommandTimeout = 0,
            MaxPoolSize = 4,
            GssEncryptionMode = GssEncryptionMode.Disable,
        });

    /// <summary>
    /// Works as <see cref="RegistryRoles.App"/> whoever logs in, so that even an owner's login cannot touch an event. A lost caller or a
    /// forgotten transaction must not hold the log's lock: the server ends it.
    /// </summary>
    public static NpgsqlDataSource App(string connectionString) => App(connectionString, most: 40);

    /// <summary>A few of the same beside them, for answers that wait to be recorded: however many slow readers there are, checks do not wait for them.</summary>
    public static NpgsqlDataSource Answers(string connectionString) => App(connectionString, most: 4);

    private static NpgsqlDataSource App(string connectionString, int most) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "blacklist",
            SearchPath = "read_model",
            Options = string.Join(' ', ServerSettings.Select(setting => "-c " + setting)),
            // The session's state never changes after the start, and a reset could undo the role.
            NoResetOnClose = true,
            // A cancelled wait for replication would look like a commit that is safe: close the socket instead.
            CancellationTimeout = -1,
            Timeout = 5,
            // By TCP, not by queries of the driver's own timer: they would meet with who takes the connection out of the pool.
            TcpKeepAliveTime = IsSocket(connectionString) ? 0 : 10,
            // TLS is what keeps others from reading along; a failed try of the other way could leave a damaged connection in the pool (npgsql/npgsql#6415).
            GssEncryptionMode = GssEncryptionMode.Disable,
            MaxPoolSize = most,
            // A group of answers is sent at once: else the server wakes for every eight kilobytes of it. So it is with what a node reads at its start.
            WriteBufferSize = 128 * 1024,
            ReadBufferSize = 64 * 1024,
        });

    private static bool IsSocket(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Host?.StartsWith('/') == true;

    private static string[] ServerSettings =>
    [
        "role=" + RegistryRoles.App,
        "lock_timeout=5s",
        // No statement here is long enough to be worth compiling, whatever the planner reckons.
        "jit=off",
        "idle_in_transaction_session_timeout=10s",
        .. OperatingSystem.IsWindows() ? Array.Empty<string>() : ["client_connection_check_interval=1s"],
    ];
}
