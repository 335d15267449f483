namespace Blacklist.Api.Security.Limits;

/// <summary>
/// Every few seconds the nodes add up what their callers have asked. So a day's budget holds for all nodes together, but for what
/// the others counted since the last exchange.
/// </summary>
internal sealed class UseExchange(OracleGuard guard, UseRecord record, ILogger<UseExchange> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public async Task Run()
    {
        var taken = guard.Callers.SelectMany(caller => caller.Value.Take().Select(sum => (caller.Key, Use: caller.Value, sum.Day, sum.Sum))).ToList();
        foreach (var day in taken.GroupBy(one => one.Day))
        {
            await Tell(day.Key, [.. day.Select(one => (one.Key, one.Use, one.Sum))]);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Run();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await Run();
        }
    }

    private async Task Tell(DateOnly day, IReadOnlyList<(string Caller, CallerUse Use, UseSum Sum)> counted)
    {
        try
        {
            var totals = await record.Add(day, [.. counted.Select(one => (one.Caller, one.Use.Regions, one.Sum))]);
            for (var place = 0; place < counted.Count; place++)
            {
                counted[place].Use.Learn(day, totals[place]);
            }
        }
        catch (Exception failure)
        {
            logger.LogWarning(failure, "What {Count} callers asked could not be added up now", counted.Count);
            foreach (var (_, use, sum) in counted)
            {
                use.GiveBack(new DaySum(day, sum));
            }
        }
    }
}
