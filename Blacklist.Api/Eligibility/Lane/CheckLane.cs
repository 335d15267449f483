using System.Diagnostics;
using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.Eligibility.Index.Loading;
using Blacklist.Api.Eligibility.Receipts;
using Blacklist.Api.Receipts;
using Blacklist.Api.Receipts.Roots;

namespace Blacklist.Api.Eligibility.Lane;

/// <summary>
/// One lane to the record: it takes whatever waits, never lingers, and stores all of it in one commit. An answer is given when it
/// is stored, and it is stored only if it saw everything that was acknowledged before its question came; else the node catches up
/// and answers anew (ADR 0010).
/// </summary>
internal sealed class CheckLane(
    CheckEvaluator evaluator, ApprovalReliance reliance, CheckRecord record, ReceiptKeys keys, IndexFollower follower, ILogger<CheckLane> logger) : BackgroundService
{
    private const int MostTogether = 512;
    private const int MostWaiting = 4096;

    /// <summary>Who would wait longer comes back instead: a lane that is well stores a group in milliseconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly RootChain _roots = new(keys);
    private readonly Handover<PendingCheck> _waiting = new(MostWaiting);
    private readonly Handover<SettledGroup> _settled = new(int.MaxValue);

    /// <summary>When the first of those who are being stored came; 0 while there are none.</summary>
    private long _oldest;

    /// <summary>Those before have waited too long: nobody should join them.</summary>
    public bool IsOverloaded => Volatile.Read(ref _oldest) is > 0 and var oldest && HasWaited(oldest);

    /// <summary>A caller who goes away does not take back what is under way.</summary>
    /// <remarks>Who awaits goes on in the one thread that tells all callers: what takes long belongs elsewhere.</remarks>
    public Task<CheckOutcome> Ask(PendingCheck check)
    {
        Evaluate(check);
        if (!_waiting.TryAdd(check))
        {
            check.Settled = new CheckOutcome.Overloaded();
            check.Tell(failure: null);
        }

        return check.Outcome;
    }

    /// <summary>
    /// A thread stores and another tells. In the pool, either would wait for the requests that came meanwhile, and the next commit with it; to wake a thread
    /// for each caller would cost more than what is left to do for it.
    /// </summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stopping = stoppingToken.Register(_waiting.Close);
        var (storing, telling) = (OwnThread.Run(StoreAll), OwnThread.Run(TellAll));
        await await Task.WhenAny(storing, telling); // none but the first ends by itself: else the service stops
        _settled.Close();
        await telling;
    }

    private static bool HasWaited(long since) => Stopwatch.GetElapsedTime(since) > Patience;

    private void StoreAll()
    {
        var group = new List<PendingCheck>(MostTogether);
        while (_waiting.Take(group, MostTogether))
        {
            SendBackTheLate(group);
            if (group.Count > 0)
            {
                Volatile.Write(ref _oldest, group[0].CameAt);
                Settle(group);
                Volatile.Write(ref _oldest, 0);
            }
        }
    }

    private void TellAll()
    {
        var groups = new List<SettledGroup>();
        while (_settled.Take(groups, int.MaxValue))
        {
            foreach (var (group, failure) in groups)
            {
                foreach (var check in group)
                {
                    check.Tell(failure);
                }
            }
        }
    }

    /// <summary>Those others were told nothing yet, and nothing of theirs is on record.</summary>
    private void SendBackTheLate(List<PendingCheck> group)
    {
        if (!HasWaited(group[0].CameAt))
        {
            return; // they lie nearly in the order they came
        }

        var late = group.FindAll(check => HasWaited(check.CameAt));
        late.ForEach(check => check.Settled = new CheckOutcome.Overloaded());
        Tell(late);
        group.RemoveAll(check => check.Settled is not null);
    }

    private void Tell(List<PendingCheck> group, Exception? failure = null) => _settled.TryAdd(new SettledGroup([.. group], failure));

    private void Evaluate(PendingCheck check)
    {
        check.Evaluated = evaluator.Evaluate(check);
        check.Leaf = reliance.LeafOf(check.Evaluated, check.Commitments);
    }

    private long? Store(long floor, List<PendingCheck> group)
    {
        var leaves = new byte[group.Count * MerkleTree.HashSize];
        var lowest = long.MaxValue;
        for (var place = 0; place < group.Count; place++)
        {
            group[place].Leaf!.Hash.CopyTo(leaves, place * MerkleTree.HashSize);
            lowest = Math.Min(lowest, group[place].Evaluated!.Position);
        }

        var root = _roots.Sign(leaves, lowest);
        var position = record.Store(floor, group, root);
        if (position is null)
        {
            _roots.Stored(root);
        }

        return position;
    }

    private void Settle(List<PendingCheck> group)
    {
        try
        {
            Record(group);
            Tell(group);
        }
        catch (Exception refused) when (group.Count > 1 && CheckRecord.IsOfTheRows(refused))
        {
            // One of them cannot be stored, and the server does not say which: each goes alone, so that only that one fails.
            foreach (var check in group)
            {
                Settle([check]);
            }
        }
        catch (Exception failure)
        {
            _roots.StartAnew();
            logger.LogWarning(failure, "{Count} checks could not be recorded and were not answered", group.Count);
            Tell(group, failure);
        }
    }

    /// <summary>
    /// First as they were answered when they came; if the log has moved on since, anew with everything it held after they had come.
    /// So two tries are always enough, however busy the log is. The first is stored only where the log has not moved at all, so nothing newer can
    /// have crept into it.
    /// </summary>
    private void Record(List<PendingCheck> group)
    {
        if (Store(floor: long.MaxValue, group) is not { } floor)
        {
            return;
        }

        follower.CatchUp(floor, () => group.ForEach(Evaluate)).GetAwaiter().GetResult(); // while the index stands still: an answer knows exactly what is before its position
        if (Store(floor, group) is not null)
        {
            follower.CatchUp().GetAwaiter().GetResult(); // says so if the log was put back behind the index
            throw new IndexBehindException();
        }
    }

    /// <param name="Failure">Of those whom nothing became of.</param>
    private sealed record SettledGroup(PendingCheck[] Group, Exception? Failure);
}
