using System.Threading.Channels;
using Blacklist.Api.Receipts;
using Blacklist.Api.Receipts.Roots;

namespace Blacklist.Api.Audit.Recording;

/// <summary>One lane to the record, as for checks: it takes whatever waits, never lingers, and stores all of it in one commit under one signed root.</summary>
internal sealed class AuditLane(AuditRecord record, ReceiptKeys keys, ILogger<AuditLane> logger) : BackgroundService
{
    private const int MostTogether = 512;
    private const int MostWaiting = 4096;

    private readonly RootChain _roots = new(keys, RootStatement.OfAudit);
    private readonly Channel<Waiting> _waiting =
        Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private DateOnly _month = DateOnly.MinValue;

    /// <summary>Done when it is stored.</summary>
    /// <exception cref="AuditUnavailableException">It is not, or nobody knows.</exception>
    public Task Record(AuditEntry entry)
    {
        var waiting = new Waiting(entry.At, entry.Text());
        return _waiting.Writer.TryWrite(waiting) ? waiting.Stored.Task : Task.FromException(new AuditUnavailableException(null));
    }

    /// <summary>Records without anybody waiting for it, where nothing is shown; what cannot be stored is told by the log of the service.</summary>
    public async Task Note(Func<Task> record)
    {
        try
        {
            await record();
        }
        catch (AuditUnavailableException)
        {
            logger.LogWarning("A fault could not be recorded in the audit");
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var group = new List<Waiting>(MostTogether);
        while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            group.Clear();
            while (group.Count < MostTogether && _waiting.Reader.TryRead(out var entry))
            {
                group.Add(entry);
            }

            await Settle(group);
        }
    }

    private async Task Settle(List<Waiting> group)
    {
        try
        {
            await EnsurePartitions(group[^1].At);
            await Store(group);
            group.ForEach(entry => entry.Stored.SetResult());
        }
        catch (Exception failure)
        {
            _roots.StartAnew();
            logger.LogWarning("{Count} audit entries could not be recorded: {Failure}; what they are about was not shown", group.Count, failure.GetType());
            group.ForEach(entry => entry.Stored.SetException(new AuditUnavailableException(failure)));
        }
    }

    private async Task EnsurePartitions(DateTimeOffset at)
    {
        var month = new DateOnly(at.UtcDateTime.Year, at.UtcDateTime.Month, 1);
        if (month != _month)
        {
            await record.EnsurePartitions(month);
            _month = month;
        }
    }

    private async Task Store(List<Waiting> group)
    {
        var leaves = new byte[group.Count * MerkleTree.HashSize];
        for (var place = 0; place < group.Count; place++)
        {
            AuditEntry.Hash(group[place].Text, leaves.AsSpan(place * MerkleTree.HashSize, MerkleTree.HashSize));
        }

        var root = _roots.Sign(leaves, position: 0);
        await record.Store([.. group.Select(entry => entry.Text)], root);
        _roots.Stored(root);
    }

    private sealed record Waiting(DateTimeOffset At, byte[] Text)
    {
        public TaskCompletionSource Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>What cannot be accounted for is not shown. To the caller, 503.</summary>
internal sealed class AuditUnavailableException(Exception? cause) : Exception("The audit could not be written.", cause);
