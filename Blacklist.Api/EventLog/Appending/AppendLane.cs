namespace Blacklist.Api.EventLog.Appending;

/// <summary>
/// The one lane into the log. Whoever finds it free writes at once, on its own thread, without waiting for company; whoever comes
/// meanwhile waits and goes with all others of that time in the next transaction.
/// </summary>
internal sealed class AppendLane(Func<IReadOnlyList<PendingAppend>, Task> write, AppendLimits limits) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly Queue<PendingAppend> waiting = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<PendingAppend> heldOver = [];
    private bool busy;
    private bool closed;

    public Task<AppendResult> Append(PendingAppend request)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            if (waiting.Count + heldOver.Count >= limits.WaitingRequests)
            {
                throw new LogOverloadedException();
            }

            waiting.Enqueue(request);
            if (busy)
            {
                return request.Outcome;
            }

            busy = true;
        }

        _ = WriteUntilEmpty();
        return request.Outcome;
    }

    /// <summary>Takes nothing more, and ends when all that was handed in is settled.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            closed = true;
            if (!busy)
            {
                ended.TrySetResult();
            }
        }

        await ended.Task;
    }

    private async Task WriteUntilEmpty()
    {
        while (NextGroup() is { Count: > 0 } group)
        {
            await write(group);
        }
    }

    private IReadOnlyList<PendingAppend> NextGroup()
    {
        lock (gate)
        {
            var group = new AppendGroup(limits);
            var stillHeld = new List<PendingAppend>();
            foreach (var request in heldOver)
            {
                AddOrHold(request);
            }

            while (!group.IsFull && waiting.TryDequeue(out var request))
            {
                AddOrHold(request);
            }

            heldOver = stillHeld;
            busy = group.Requests.Count > 0;
            if (closed && !busy)
            {
                ended.TrySetResult();
            }

            return group.Requests;

            void AddOrHold(PendingAppend request)
            {
                if (group.IsFull || !group.TryAdd(request))
                {
                    stillHeld.Add(request);
                }
            }
        }
    }
}
