using System.Security.Cryptography;

namespace Blacklist.Api.Eligibility.Index.SelfCheck;

/// <summary>Compares from time to time, and recovers when there is a difference.</summary>
internal sealed class IndexWatch(IndexSelfCheck check, EligibilityIndex index, SelfCheckOptions options, ILogger<IndexWatch> logger) : BackgroundService
{
    private const int Spread = 1000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = Spreading(options.First); ; pause = index.IsInDoubt ? options.InDoubt : Spreading(options.Every))
        {
            await Task.Delay(pause, stoppingToken);
            try
            {
                _ = await check.Compare() || await check.Recover();
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                logger.LogWarning(failure, "The index could not be compared with the read models now");
            }
        }
    }

    private static TimeSpan Spreading(TimeSpan pause) => pause * (1 + (RandomNumberGenerator.GetInt32(Spread) / (4.0 * Spread)));
}
