using Blacklist.Api.EventLog;

namespace Blacklist.Api.Jobs;

/// <summary>
/// Runs the jobs on this node while it holds their leases, and stands ready for those it does not hold. A turn that fails is told in the
/// log and in the job's status, and tried again when the next one is due. A node that a newer version has replaced leaves the jobs to others.
/// </summary>
internal sealed class JobRunner(IEnumerable<Job> jobs, JobLeases leases, EventStore log, JobOptions options, ILogger<JobRunner> logger) : BackgroundService
{
    private readonly string _holder = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid().ToString()[..8]}";

    private bool _outdated;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.WhenAll(jobs.Select(job => RunAgainAndAgain(job, stoppingToken)));
        try
        {
            await leases.Release(_holder);
        }
        catch (Exception failure)
        {
            logger.LogInformation(failure, "The leases could not be given back; they end by themselves");
        }
    }

    private async Task RunAgainAndAgain(Job job, CancellationToken stopping)
    {
        var pause = job.Interval < options.Poll ? job.Interval : options.Poll;
        while (!stopping.IsCancellationRequested && !_outdated)
        {
            try
            {
                if (await leases.Take(job.Name, _holder, options.Lease, job.Interval) is { IsDue: true } lease)
                {
                    await RunTurn(job, lease, stopping);
                }
            }
            catch (Exception failure)
            {
                logger.LogWarning(failure, "The job {Job} cannot be looked after now", job.Name);
            }

            await Task.Delay(pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunTurn(Job job, Lease lease, CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var turn = new JobTurn(lease, log, leases, ended.Token);
        var renewing = Renew(lease.Fence, ended);
        try
        {
            await job.Run(turn);
        }
        catch (Exception) when (turn.WasRefused)
        {
            logger.LogWarning("A write of the job {Job} was refused: its lease of epoch {Epoch} is lost; the turn ends", job.Name, lease.Fence.Epoch);
            return;
        }
        catch (Exception) when (turn.IsOutdated)
        {
            logger.LogWarning("A newer version of the service has the database: this node runs no jobs any more");
            _outdated = true;
            return;
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failure)
        {
            turn.Failed(failure);
            logger.LogError(failure, "The turn of the job {Job} failed; it is tried again", job.Name);
        }
        finally
        {
            await ended.CancelAsync();
            await renewing;
        }

        await leases.Finish(lease.Fence, turn.Error);
    }

    /// <summary>Keeps the lease while the turn lasts. What cannot be renewed for a while is safe all the same: the fence decides.</summary>
    private async Task Renew(Fence fence, CancellationTokenSource ended)
    {
        while (!ended.IsCancellationRequested)
        {
            await Task.Delay(options.Lease / 3, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (!ended.IsCancellationRequested && !await leases.Renew(fence, options.Lease))
                {
                    logger.LogWarning("The lease of the job {Job} of epoch {Epoch} is lost", fence.Job, fence.Epoch);
                    await ended.CancelAsync();
                }
            }
            catch (Exception failure)
            {
                logger.LogWarning(failure, "The lease of the job {Job} cannot be renewed now", fence.Job);
            }
        }
    }
}
