using Npgsql;

namespace Blacklist.Api.Hosting.Embedded;

/// <summary>
/// Starts the embedded server again when it is gone. A connection that only waits breaks at the moment the server does;
/// whether the server is really gone, and not merely that connection, is asked before anything is done.
/// </summary>
internal sealed class PostgresWatch(OpenRegistry registry, ILogger<PostgresWatch> log) : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (registry.Database.Embedded is not { } postgres)
        {
            return;
        }

        var pause = ShortestPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            var answered = await WaitUntilLost(postgres, stoppingToken);
            pause = answered ? ShortestPause : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stoppingToken.IsCancellationRequested && !await postgres.IsRunning())
            {
                await StartAgain(postgres);
            }
        }
    }

    /// <summary>True when the server answered before it was lost.</summary>
    private static async Task<bool> WaitUntilLost(EmbeddedPostgres postgres, CancellationToken stop)
    {
        var answered = false;
        try
        {
            await using var connection = new NpgsqlConnection(postgres.ConnectionString("postgres", EmbeddedPostgres.Administrator) + ";Pooling=false");
            await connection.OpenAsync(stop);
            answered = true;
            while (true)
            {
                await connection.WaitAsync(stop);
            }
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            return answered; // however it was lost
        }
        catch (OperationCanceledException)
        {
            return answered;
        }
    }

    private async Task StartAgain(EmbeddedPostgres postgres)
    {
        try
        {
            log.LogWarning("The embedded PostgreSQL is gone; it is started again");
            await postgres.Restart();
            log.LogWarning("The embedded PostgreSQL answers again");
        }
        catch (Exception problem) when (problem is not ObjectDisposedException)
        {
            log.LogError("The embedded PostgreSQL could not be started again: {Problem}", problem.Message);
        }
    }
}
