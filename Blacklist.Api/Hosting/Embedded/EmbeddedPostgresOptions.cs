namespace Blacklist.Api.Hosting.Embedded;

/// <param name="DataFolder">Holds everything of the server: cluster, socket and log. Made when absent.</param>
internal sealed record EmbeddedPostgresOptions(string DataFolder)
{
    /// <summary>Folder of initdb, pg_ctl and postgres; the only place looked at when given.</summary>
    public string? BinariesFolder { get; init; }

    /// <summary>Looks at the fetched package alone, as on a machine without PostgreSQL.</summary>
    public bool IgnoreInstalled { get; init; }

    /// <summary>The server that another instance runs in the folder is meant: it is reached where it is, never started or stopped.</summary>
    public bool StartedElsewhere { get; init; }

    /// <summary>Off only for data nobody needs after the process: the tests'.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Server settings on top of the embedded ones.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
