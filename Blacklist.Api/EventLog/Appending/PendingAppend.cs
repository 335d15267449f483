using System.Diagnostics;

namespace Blacklist.Api.EventLog.Appending;

/// <summary>A request that waits for its transaction, its events already written as JSON by the caller's thread.</summary>
internal sealed class PendingAppend
{
    private readonly TaskCompletionSource<AppendResult> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long handedIn = Stopwatch.GetTimestamp();

    public PendingAppend(AppendRequest request, EventTypes types)
    {
        RefuseStreamsNamedTwice(request);
        Request = request;
        Streams = [.. request.Streams.Select(stream => new PendingStream(stream, types))];
        EventCount = Streams.Sum(stream => stream.Events.Count);
        Bytes = Streams.Sum(stream => stream.Events.Sum(stored => stored.Json.Length)) + (request.Answer?.Body.Length ?? 0);
    }

    public AppendRequest Request { get; }

    public IReadOnlyList<PendingStream> Streams { get; }

    public int EventCount { get; }

    /// <summary>About how much it sends.</summary>
    public int Bytes { get; }

    /// <summary>It was sent once without hearing what became of it.</summary>
    public bool MayBeStored { get; set; }

    public Task<AppendResult> Outcome => outcome.Task;

    public TimeSpan Age => Stopwatch.GetElapsedTime(handedIn);

    public void Settle(AppendResult result) => outcome.TrySetResult(result);

    public void Fail(Exception reason) => outcome.TrySetException(reason);

    /// <summary>Nobody knows, or nothing was ever sent: two different truths for the caller.</summary>
    public void GiveUp(Exception? cause) =>
        outcome.TrySetException(MayBeStored ? new OutcomeUnknownException(cause) : new LogOverloadedException());

    private static void RefuseStreamsNamedTwice(AppendRequest request)
    {
        if (request.Streams.Count > 1 && request.Streams.DistinctBy(stream => stream.StreamId).Count() < request.Streams.Count)
        {
            throw new ArgumentException("A request names each stream once.", nameof(request));
        }
    }
}

internal sealed class PendingStream(StreamAppend append, EventTypes types)
{
    public StreamAppend Append { get; } = append;

    public IReadOnlyList<StoredEvent> Events { get; } = [.. append.Events.Select(recorded => types.Write(recorded.Data))];
}
