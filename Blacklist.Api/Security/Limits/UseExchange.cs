namespace Blacklist.Api.Security.Limits;

/// <summary>
/// Every few seconds the nodes add up what their callers have asked. So a day's budget holds for all nodes together, but for what
/// the others counted since the last exchange. An exchange whose end nobody knows is told again under its number, and counts once.
/// </summary>
internal sealed class UseExchange(OracleGuard guard, UseRecord record, ILogger<UseExchange> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Guid _node = Guid.CreateVersion7();
    private readonly SemaphoreSlim _turn = new(1);

    private long _number;
    private IReadOnlyList<CountedUse> _untold = [];

    public async Task Run()
    {
        await _turn.WaitAsync();
        try
        {
            if (await Tell())
            {
                (_number, _untold) = (_number + 1, Taken());
                await Tell();
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Run();
    }

    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await Run();
        }
    }

    private List<CountedUse> Taken() =>
        [.. guard.Callers.SelectMany(caller => caller.Value.Take().Select(sum => new CountedUse(caller.Key, caller.Value, sum.Day, sum.Sum)))];

    /// <returns>False when something is still to be told.</returns>
    private async Task<bool> Tell()
    {
        if (_untold.Count == 0)
        {
            return true;
        }

        try
        {
            var totals = await record.Add(_node, _number, _untold);
            foreach (var (counted, persons) in _untold.Zip(totals))
            {
                counted.Use.Learn(counted.Day, persons);
            }

            _untold = [];
            return true;
        }
        catch (Exception failure)
        {
            logger.LogWarning(failure, "What {Count} callers asked could not be added up now", _untold.Count);
            return false;
        }
    }
}

/// <summary>What a caller asked on a day, as it is told to the other nodes.</summary>
internal sealed record CountedUse(string Caller, CallerUse Use, DateOnly Day, UseSum Sum);
