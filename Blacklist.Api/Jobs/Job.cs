namespace Blacklist.Api.Jobs;

/// <summary>
/// Something the registry does by itself, again and again, on one node at a time. A turn may end anywhere and be begun anew elsewhere, so
/// it must be safe to do twice; all it writes goes through the <see cref="JobTurn"/>, which keeps out whoever lost the lease.
/// </summary>
/// <param name="name">snake_case, for ever.</param>
/// <param name="interval">From the beginning of one turn to the next.</param>
internal abstract class Job(string name, TimeSpan interval)
{
    public string Name { get; } = name;

    public TimeSpan Interval { get; } = interval;

    public abstract Task Run(JobTurn turn);
}
