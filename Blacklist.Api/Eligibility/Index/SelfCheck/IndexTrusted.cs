using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Blacklist.Api.Eligibility.Index.SelfCheck;

/// <summary>Ready only while the index holds what the read models hold, and can go on along the log.</summary>
internal sealed class IndexTrusted(EligibilityIndex index, IndexFollower follower) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        index.IsInDoubt ? HealthCheckResult.Unhealthy("The index does not hold what the read models hold; it is made anew.")
        : follower.IsStuck ? HealthCheckResult.Unhealthy("The index cannot make out what the log holds next.")
        : HealthCheckResult.Healthy());
}
