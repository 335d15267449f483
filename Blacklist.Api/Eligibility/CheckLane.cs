using System.Diagnostics;
using System.Threading.Channels;
using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.Eligibility.Receipts;
using Blacklist.Api.Receipts;
using Blacklist.Api.Receipts.Roots;

namespace Blacklist.Api.Eligibility;

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
    private readonly Channel<PendingCheck> _waiting =
        Channel.CreateBounded<PendingCheck>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    /// <summary>When the first of those who are being stored came; 0 while there are none.</summary>
    private long _oldest;

    /// <summary>Those before have waited too long: nobody should join them.</summary>
    public bool IsOverloaded => Volatile.Read(ref _oldest) is > 0 and var oldest && HasWaited(oldest);

    /// <summary>A caller who goes away does not take back what is under way.</summary>
    public Task<CheckOutcome> Ask(PendingCheck check)
    {
        Evaluate(check);
        if (!_waiting.Writer.TryWrite(check))
        {
            check.Settled = new CheckOutcome.Overloaded();
            check.Tell(failure: null);
        }

        return check.Outcome;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var group = new List<PendingCheck>(MostTogether);
        while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            Take(group);
            if (group.Count > 0)
            {
                Volatile.Write(ref _oldest, group[0].CameAt);
                await Settle(group);
                Volatile.Write(ref _oldest, 0);
                await Task.Yield(); // whoever is ready goes on first, and may join: a commit costs as much as ten answers. Where nobody is, this takes no time.
            }
        }
    }

    private static bool HasWaited(long since) => Stopwatch.GetElapsedTime(since) > Patience;

    /// <summary>Whoever waits and has not waited too long: those others were told nothing yet, and nothing of theirs is on record.</summary>
    private void Take(List<PendingCheck> group)
    {
        group.Clear();
        List<PendingCheck>? late = null;
        while (group.Count < MostTogether && _waiting.Reader.TryRead(out var check))
        {
            if (HasWaited(check.CameAt))
            {
                check.Settled = new CheckOutcome.Overloaded();
                (late ??= []).Add(check);
            }
            else
            {
                group.Add(check);
            }
        }

        Tell(late ?? []);
    }

    /// <summary>
    /// Callers go on one after the other, in no more threads than there are cores: to wake one for each caller costs more than what is left to do for it.
    /// The lane does not wait for them.
    /// </summary>
    private static void Tell(List<PendingCheck> group, Exception? failure = null)
    {
        var all = group.ToArray(); // the list is for the next group
        var threads = Math.Min(all.Length, Environment.ProcessorCount);
        for (var thread = 0; thread < threads; thread++)
        {
            var first = thread;
            ThreadPool.UnsafeQueueUserWorkItem(
                _ =>
                {
                    for (var place = first; place < all.Length; place += threads)
                    {
                        all[place].Tell(failure);
                    }
                },
                state: null);
        }
    }

    private void Evaluate(PendingCheck check)
    {
        check.Evaluated = evaluator.Evaluate(check);
        check.Leaf = reliance.LeafOf(check.Evaluated, check.Commitments);
    }

    private async Task<long?> Store(long floor, List<PendingCheck> group)
    {
        var leaves = new byte[group.Count * MerkleTree.HashSize];
        var lowest = long.MaxValue;
        for (var place = 0; place < group.Count; place++)
        {
            group[place].Leaf!.Hash.CopyTo(leaves, place * MerkleTree.HashSize);
            lowest = Math.Min(lowest, group[place].Evaluated!.Position);
        }

        var root = _roots.Sign(leaves, lowest);
        var position = await record.Store(floor, group, root);
        if (position is null)
        {
            _roots.Stored(root);
        }

        return position;
    }

    private async Task Settle(List<PendingCheck> group)
    {
        try
        {
            await Record(group);
            Tell(group);
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
    private async Task Record(List<PendingCheck> group)
    {
        if (await Store(floor: long.MaxValue, group) is not { } floor)
        {
            return;
        }

        await follower.CatchUp(() => group.ForEach(Evaluate)); // while the index stands still: an answer knows exactly what is before its position
        if (await Store(floor, group) is not null)
        {
            throw new InvalidOperationException("The index did not reach the position that the log had.");
        }
    }
}
