using System.Security.Cryptography;

namespace Blacklist.Api.Eligibility.Index.SelfCheck;

/// <summary>Compares from time to time, and recovers when there is a difference.</summary>
internal sealed class IndexWatch(IndexSelfCheck check, EligibilityIndex index, SelfCheckOptions options, ILogger<IndexWatch> logger) : BackgroundService
{
    private const int Spread = 1000;
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = options.First; ; pause = await Look(stoppingToken))
        {
            await Rest(pause, stoppingToken);
        }
    }

    /// <summary>Shorter when others find out that something is wrong.</summary>
    private async Task Rest(TimeSpan pause, CancellationToken stopping)
    {
        if (index.IsInDoubt)
        {
            await Task.Delay(options.InDoubt, stopping);
            return;
        }

        for (var left = Spreading(pause); left > TimeSpan.Zero && !index.IsInDoubt; left -= Glance)
        {
            await Task.Delay(left < Glance ? left : Glance, stopping);
        }
    }

    /// <returns>How long to wait for the next time.</returns>
    private async Task<TimeSpan> Look(CancellationToken stopping)
    {
        try
        {
            _ = await check.Compare(stopping) || await check.Recover(stopping);
            return options.Every;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            logger.LogWarning(failure, "The index could not be compared with the read models now");
            return options.First;
        }
    }

    private static TimeSpan Spreading(TimeSpan pause) => pause * (1 + (RandomNumberGenerator.GetInt32(Spread) / (4.0 * Spread)));
}
