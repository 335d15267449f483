using System.Diagnostics;
using Blacklist.Api.Eligibility.Index.Loading;
using Blacklist.Api.EventLog;
using Blacklist.Api.Hosting;
using Blacklist.Api.Vault;

namespace Blacklist.Api.Eligibility.Index.SelfCheck;

/// <summary>
/// Lets the running index stand at the position of a snapshot for a moment, and compares the digests of both, summed up at a gentle pace. A difference
/// takes the node out of service: nobody can say which of the two is right, but the log (ADR 0022, 0042).
/// </summary>
internal sealed class IndexSelfCheck(
    EligibilityIndex index, IndexFollower follower, IndexLoading loading, IndexRows rows, IdentityVault vault, OpenRegistry registry, SelfCheckOptions options,
    ILogger<IndexSelfCheck> logger) : IDisposable
{
    /// <summary>A log that moved so far since is busy: what the snapshot sees must be kept for it, and everybody steps over what was replaced since.</summary>
    private const long MostEventsAtLeisure = 10_000;

    private readonly SemaphoreSlim _one = new(1);
    private readonly StoredSums _stored = new(rows, vault);

    /// <returns>Whether both hold the same; from then on the node answers, or it does not. False also when the log does not hold what the index stands on.</returns>
    /// <exception cref="TablesWantedException">It has given way to others; what the node does is unchanged.</exception>
    public async Task<bool> Compare(CancellationToken ended = default)
    {
        await _one.WaitAsync(ended);
        try
        {
            return await CompareNow(ended);
        }
        catch (IndexInDoubtException)
        {
            return false;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Makes the read models anew from the log and the index from them, while the node goes on in doubt; then compares again.</summary>
    public async Task<bool> Recover(CancellationToken ended = default)
    {
        await _one.WaitAsync(ended);
        try
        {
            var drifted = (await registry.ReadModels.Rebuild()).Where(report => report.Equal is false).Select(report => report.Table).ToList();
            logger.LogWarning("The read models were made anew from the log; {Count} of their tables had drifted from it: {Tables}", drifted.Count, drifted);
            var anew = new EligibilityIndex(vault);
            await loading.Load(anew);
            await follower.GoOnWith(anew);
            return await CompareNow(ended);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<bool> CompareNow(CancellationToken ended)
    {
        var begun = Stopwatch.GetTimestamp();
        var (atRest, expected) = await Read(ended);
        var running = await OwnThread.Run(() => atRest.Digest(vault, PaceSince(atRest.Position, ended)));
        var equal = running == expected;
        if (!equal)
        {
            logger.LogError(
                "Out of service: at position {Position} the index holds {Running}, the read models {Stored}", running.Position, Told(running), Told(expected));
        }
        else if (index.IsInDoubt)
        {
            logger.LogWarning("In service again: at position {Position} the index and the read models hold the same", running.Position);
        }

        logger.LogInformation("At position {Position} {Listings} listings were compared, in {Seconds:0} s", running.Position, running.Listings.Rows, Stopwatch.GetElapsedTime(begun).TotalSeconds);
        index.IsInDoubt = !equal;
        return equal;
    }

    /// <summary>What the index holds, still to be summed up, and what the read models hold there.</summary>
    private async Task<(IndexAtRest Running, IndexDigest Expected)> Read(CancellationToken ended)
    {
        using var snapshot = rows.Snapshot();
        var running = await follower.RestAt(snapshot);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(ended);
        var inTheWay = EndWhenInTheWay(snapshot, ending);
        try
        {
            return (running, await OwnThread.Run(() => _stored.Of(snapshot, PaceSince(snapshot.Position, ending.Token))));
        }
        catch (Exception failure) when (ending.IsCancellationRequested && !ended.IsCancellationRequested)
        {
            throw new TablesWantedException(failure);
        }
        finally
        {
            await ending.CancelAsync();
            await inTheWay.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task EndWhenInTheWay(LogSnapshot snapshot, CancellationTokenSource ending)
    {
        await snapshot.WhenInTheWay(ending.Token);
        await ending.CancelAsync();
        await snapshot.Interrupt();
    }

    /// <summary>Where nobody is answered, and where the log runs on, the sooner it is done the better.</summary>
    private Pace PaceSince(long position, CancellationToken ended) =>
        new(() => index.IsInDoubt || index.Position - position > MostEventsAtLeisure ? 1 : options.Share, ended);

    private static string Told(IndexDigest digest) => string.Join(", ", new (string What, RowsDigest Rows)[]
    {
        ("listings", digest.Listings), ("findings", digest.Findings), ("names of organizations", digest.Organizations), ("annulled decisions", digest.AnnulledDispositions),
    }.Select(kind => $"{kind.Rows.Rows} {kind.What} ({kind.Rows.Digest[..8]})"));
}
