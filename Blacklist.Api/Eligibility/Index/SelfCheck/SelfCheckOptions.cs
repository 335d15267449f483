namespace Blacklist.Api.Eligibility.Index.SelfCheck;

/// <summary>When a node compares its index with the read models (settings <c>Index:SelfCheck:…</c>).</summary>
/// <param name="First">After the start, and after a comparison that failed.</param>
/// <param name="Every">Then; each time up to a quarter of it more, so that nodes do not do it together.</param>
/// <param name="InDoubt">Until the next try to recover.</param>
/// <param name="Share">How much of one core the node and the database together spend on it, about.</param>
internal sealed record SelfCheckOptions(TimeSpan First, TimeSpan Every, TimeSpan InDoubt, double Share)
{
    private const double LeastShare = 0.01;

    public static SelfCheckOptions From(IConfiguration configuration) => new(
        configuration.GetValue("Index:SelfCheck:First", TimeSpan.FromMinutes(5)),
        configuration.GetValue("Index:SelfCheck:Every", TimeSpan.FromHours(1)),
        configuration.GetValue("Index:SelfCheck:InDoubt", TimeSpan.FromSeconds(30)),
        Math.Clamp(configuration.GetValue("Index:SelfCheck:Share", 0.2), LeastShare, 1));
}
