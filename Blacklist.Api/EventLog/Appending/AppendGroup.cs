namespace Blacklist.Api.EventLog.Appending;

/// <summary>Requests that share a transaction. No stream that one of them makes longer is named by another.</summary>
internal sealed class AppendGroup(AppendLimits limits)
{
    private readonly List<PendingAppend> requests = [];
    private readonly HashSet<Guid> grown = [];
    private readonly HashSet<Guid> demanded = [];
    private readonly HashSet<(string Client, string Key)> keys = [];
    private int bytes;

    public IReadOnlyList<PendingAppend> Requests => requests;

    public bool IsFull => requests.Count >= limits.GroupRequests || bytes >= limits.GroupBytes;

    /// <summary>False when the request must wait for the next group: its answer depends on this one.</summary>
    public bool TryAdd(PendingAppend request)
    {
        if (request.Request.Streams.Any(Meets) || (request.Request.Answer is { } answer && !keys.Add((answer.Client, answer.Key))))
        {
            return false;
        }

        foreach (var stream in request.Request.Streams)
        {
            (stream.Events.Count > 0 ? grown : demanded).Add(stream.StreamId);
        }

        requests.Add(request);
        bytes += request.Bytes;
        return true;
    }

    private bool Meets(StreamAppend stream) =>
        grown.Contains(stream.StreamId) || (stream.Events.Count > 0 && demanded.Contains(stream.StreamId));
}
