using Blacklist.Api.Audit;
using Blacklist.Api.Audit.Recording;
using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Security.Limits;
using Blacklist.Domain.Callers;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Callers;

/// <summary>
/// Brings what this node caught into the log, and what the log says to this node. A caller that one node caught is refused by it at once, and by the
/// others a second later.
/// </summary>
internal sealed class PauseKeeper(
    PausedCallers paused, OracleGuard guard, CallerRows rows, EventStore log, AuditLane audit, TimeProvider time, ILogger<PauseKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly ClerkId Watch = new("oracle-watch");

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Before the first call is taken it is known who is paused.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Learn(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>What was caught until now is recorded, and what the log says is known here; one at a time, so that nobody is alarmed about twice.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            while (paused.Next is { } alarm)
            {
                await Record(alarm);
                paused.Recorded(alarm);
            }

            await Learn(cancellation);
        }
        finally
        {
            _turn.Release();
        }
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
            try
            {
                await Run(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(failure, "Pauses of callers could not be kept now; whom this node caught it goes on refusing");
            }
        }
    }

    private async Task Learn(CancellationToken cancellation)
    {
        foreach (var resumed in paused.Learn(await rows.Paused(cancellation)))
        {
            guard.Forget(resumed);
        }
    }

    private async Task Record(Alarm alarm)
    {
        var caller = new ClerkId(alarm.Caller);
        var cause = EnumWords.Read<PauseCause>(EnumWords.Of(alarm.Suspicion.Sign));
        logger.LogCritical(
            "Caller {Caller} is paused for {Cause}: {Observed} where {Limit} are ordinary", alarm.Caller, cause, alarm.Suspicion.Observed, alarm.Suspicion.Limit);
        await audit.Record(new AuditEntry(
            Guid.CreateVersion7(), time.GetUtcNow(), AuditKind.Alarm, alarm.Caller, Department: "", [], Permission: "", Endpoint: "", [], EnumWords.Of(cause),
            Application: null, DisclosureTier.Nothing, alarm.Suspicion.Observed, StatusCodes.Status403Forbidden, Request: ""));
        AppendResult stored;
        do
        {
            var stream = await log.Load(CallerAccess.IdOf(caller));
            var command = new PauseCaller(caller, cause, alarm.Suspicion.Observed, alarm.Suspicion.Limit, Reason: null, Watch);
            if (PauseCaller.Decide(stream.Fold(CallerAccess.Initial, CallerAccess.Evolve), command) is not Outcome.Recorded { Events: [var fact] })
            {
                return;
            }

            var append = new StreamAppend(CallerAccess.IdOf(caller), CallerAccess.Stream.Type, stream.Version, [new NewEvent(Guid.CreateVersion7(), fact)]);
            stored = await log.Append(new AppendRequest([append], Watch.Value));
        }
        while (stored is AppendResult.VersionConflict);
    }
}
