using Blacklist.Api.EventLog;
using Npgsql;

namespace Blacklist.Api.Jobs;

/// <summary>One turn of a job: when it began, how it writes, and when it must end.</summary>
/// <param name="ended">Cancelled when the lease is lost or the node stops.</param>
internal sealed class JobTurn(Lease lease, EventStore log, JobLeases leases, CancellationToken ended)
{
    private readonly Lock counting = new();
    private int failures;

    /// <summary>Who acts, as the log names it.</summary>
    public string By { get; } = $"job:{lease.Fence.Job}";

    /// <summary>By the database's clock.</summary>
    public DateTimeOffset BeganAt => lease.At;

    public CancellationToken Ended => ended;

    /// <summary>Something was not written because the lease is lost: the turn is over.</summary>
    public bool WasRefused { get; private set; }

    /// <summary>Another version of the service has the database now: this node cannot write any more.</summary>
    public bool IsOutdated { get; private set; }

    /// <summary>Code of the first failure; null when all went well.</summary>
    public string? Error { get; private set; }

    /// <summary>Stores the request only while the lease is this turn's.</summary>
    /// <exception cref="LeaseLostException">Nothing was stored.</exception>
    public Task<AppendResult> Append(params IReadOnlyList<StreamAppend> streams) =>
        Fenced(() => log.Append(new AppendRequest(streams, By) { Fence = lease.Fence }));

    /// <summary>Changes tables in one transaction, only while the lease is this turn's.</summary>
    /// <exception cref="LeaseLostException">Nothing was changed.</exception>
    public Task Write(Func<NpgsqlConnection, Task> write) =>
        Fenced(async () =>
        {
            await leases.Write(lease.Fence, write);
            return true;
        });

    /// <summary>Changes tables by one batch, which is one transaction, only while the lease is this turn's. The batch's first result is the fence's.</summary>
    /// <exception cref="LeaseLostException">Nothing was changed.</exception>
    public Task<T> Send<T>(Func<NpgsqlBatch, Task<T>> send) => Fenced(() => leases.Send(lease.Fence, send));

    /// <summary>Times since the instant, up to this turn, in which no node stood ready for the job.</summary>
    public Task<IReadOnlyList<JobOutage>> Outages(DateTimeOffset since) => leases.Outages(lease.Fence.Job, since);

    /// <summary>Notes what went wrong with one piece of work; the turn goes on with the others, and the next one tries again.</summary>
    /// <returns>How many there are by now.</returns>
    public int Failed(Exception failure)
    {
        lock (counting)
        {
            Error ??= CodeOf(failure);
            return ++failures;
        }
    }

    private static string CodeOf(Exception failure) => failure is PostgresException refused ? $"sqlstate_{refused.SqlState}" : failure.GetType().Name;

    private async Task<T> Fenced<T>(Func<Task<T>> write)
    {
        try
        {
            return await write();
        }
        catch (LeaseLostException)
        {
            WasRefused = true;
            throw;
        }
        catch (ReadModelsReplacedException)
        {
            IsOutdated = true;
            throw;
        }
    }
}
