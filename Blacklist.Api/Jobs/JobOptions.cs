namespace Blacklist.Api.Jobs;

/// <summary>How this node takes part in the jobs (settings <c>Jobs:…</c>).</summary>
/// <param name="Enabled">False for a node that only serves calls.</param>
/// <param name="Lease">After how long without a sign of its holder another node takes a job over.</param>
/// <param name="Poll">How often a node looks whether there is something to do.</param>
internal sealed record JobOptions(bool Enabled, TimeSpan Lease, TimeSpan Poll)
{
    public static JobOptions From(IConfiguration configuration) => new(
        configuration.GetValue("Jobs:Enabled", defaultValue: true),
        configuration.GetValue("Jobs:Lease", TimeSpan.FromSeconds(30)),
        configuration.GetValue("Jobs:Poll", TimeSpan.FromSeconds(5)));
}
