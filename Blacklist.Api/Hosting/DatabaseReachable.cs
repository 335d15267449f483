using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Blacklist.Api.Hosting;

/// <summary>Ready only while the database answers: without it nothing can be recorded, so nothing may be answered.</summary>
internal sealed class DatabaseReachable(RegistryDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = database.App.CreateCommand("SELECT 1");
            command.CommandTimeout = 2;
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException away)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", away);
        }
    }
}
