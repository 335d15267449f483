using Blacklist.Domain.Kernel;

namespace Blacklist.Api.EventLog;

/// <summary>Everything that must be stored together or not at all.</summary>
/// <param name="Streams">The streams that grow; one without events only demands that its version has not moved.</param>
/// <param name="By">Subject of the token that caused it (<c>user_name</c>).</param>
internal sealed record AppendRequest(IReadOnlyList<StreamAppend> Streams, string By)
{
    /// <summary>The caller's Idempotency-Key with its answer, stored with the events.</summary>
    public KeyedAnswer? Answer { get; init; }

    /// <summary>Rows beside the log that belong to it (the vault's), stored in the same transaction.</summary>
    public IReadOnlyList<SideRow> SideRows { get; init; } = [];

    /// <summary>Stored only while this is the job's lease.</summary>
    public Fence? Fence { get; init; }
}

/// <summary>The lease under which a job writes. Another epoch means that another node, or a later turn, has the job now.</summary>
internal sealed record Fence(string Job, long Epoch);

/// <param name="StreamType">snake_case name of the kind of stream (<c>mt_streams.type</c>).</param>
/// <param name="ExpectedVersion">The version the decision was made on; 0 for a stream that must not exist yet.</param>
internal sealed record StreamAppend(Guid StreamId, string StreamType, long ExpectedVersion, IReadOnlyList<NewEvent> Events);

internal sealed record NewEvent(Guid Id, IEvent Data);

/// <summary>What a write with an Idempotency-Key was answered, kept to be answered again.</summary>
/// <param name="Key">Keyed digest of the caller's Idempotency-Key.</param>
/// <param name="RequestMac">Keyed digest of method, path and body: the same key with another request is refused.</param>
internal sealed record KeyedAnswer(string Client, string Key, byte[] RequestMac, int StatusCode, string? Location, byte[] Body);

/// <summary>One row for a statement that takes its rows as arrays (<c>unnest</c>); rows of one statement are sent together.</summary>
internal sealed record SideRow(ArrayStatement Statement, object?[] Values);

internal abstract record AppendResult
{
    private AppendResult()
    {
    }

    /// <param name="Position">Position of the last event of the request (of the log, if it has none).</param>
    public sealed record Appended(long Position) : AppendResult;

    /// <summary>A stream is not at the version expected; nothing was stored.</summary>
    public sealed record VersionConflict(Guid StreamId, long Expected, long Actual) : AppendResult;

    /// <summary>What a side row demands does not hold any more; nothing was stored.</summary>
    public sealed record Overtaken : AppendResult
    {
        /// <summary>With which <c>registry.demand</c> refuses.</summary>
        public const string SqlState = "RG005";
    }

    /// <summary>The key was used for the same request: this is what was answered then; nothing was stored now.</summary>
    public sealed record AlreadyAnswered(KeyedAnswer Answer) : AppendResult;

    /// <summary>The key was used for another request; nothing was stored.</summary>
    public sealed record KeyUsedOtherwise : AppendResult;
}
