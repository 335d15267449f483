namespace Blacklist.Api.EventLog;

/// <summary>Bounds of what waits, of what one transaction takes, and of how long an outcome may stay open.</summary>
internal sealed record AppendLimits
{
    public int WaitingRequests { get; init; } = 10_000;

    public int GroupRequests { get; init; } = 512;

    public int GroupBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>How long one try may take before its connection is given up.</summary>
    public TimeSpan Attempt { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How long a request is tried in all, from the moment it was handed in.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Pause between two tries when the database cannot be reached.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(50);
}
