using Blacklist.Api.Audit;
using Npgsql;

namespace Blacklist.Api.Jobs;

/// <summary>How a job fares.</summary>
/// <param name="Holder">The node that runs it: machine, process, and a name of the process's own.</param>
/// <param name="Epoch">Raised whenever the job passes to another node.</param>
/// <param name="SeenAt">When a node last stood ready to run it.</param>
/// <param name="LastError">Code of what the last turn failed with; null when it went well.</param>
/// <param name="LastOutage">The last time in which no node stood ready.</param>
[Disclosed(DisclosureTier.Nothing)]
internal sealed record JobStatus(
    string Job,
    string Holder,
    long Epoch,
    DateTimeOffset LeaseUntil,
    DateTimeOffset SeenAt,
    DateTimeOffset? LastStartedAt,
    DateTimeOffset? LastFinishedAt,
    DateTimeOffset? LastFailedAt,
    string? LastError,
    JobOutage? LastOutage);

/// <summary>Reads what is known of the jobs.</summary>
internal sealed class JobStatusRows(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<JobStatus>> All(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            SELECT lease.job, lease.holder, lease.epoch, lease.lease_until, lease.seen_at, lease.last_started_at, lease.last_finished_at,
                   lease.last_failed_at, lease.last_error, outage.since, outage.until
              FROM registry.job_leases AS lease
              LEFT JOIN LATERAL (SELECT since, until FROM registry.job_outages WHERE job = lease.job ORDER BY since DESC LIMIT 1) AS outage ON true
             ORDER BY lease.job
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var all = new List<JobStatus>();
        while (await reader.ReadAsync(cancellation))
        {
            all.Add(new JobStatus(
                reader.GetString(0), reader.GetString(1), reader.GetInt64(2), reader.GetFieldValue<DateTimeOffset>(3), reader.GetFieldValue<DateTimeOffset>(4),
                reader.GetFieldValue<DateTimeOffset?>(5), reader.GetFieldValue<DateTimeOffset?>(6), reader.GetFieldValue<DateTimeOffset?>(7),
                await reader.IsDBNullAsync(8, cancellation) ? null : reader.GetString(8),
                await reader.IsDBNullAsync(9, cancellation)
                    ? null
                    : new JobOutage(reader.GetFieldValue<DateTimeOffset>(9), reader.GetFieldValue<DateTimeOffset>(10))));
        }

        return all;
    }
}
