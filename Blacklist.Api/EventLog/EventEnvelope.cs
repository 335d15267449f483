using Blacklist.Domain.Kernel;

namespace Blacklist.Api.EventLog;

/// <summary>An event as it stands in the log.</summary>
/// <param name="Id">Given at the edge before the first try, so that a repeated append is recognized.</param>
/// <param name="Version">Place in its stream, from 1.</param>
/// <param name="Position">Place in the whole log (<c>seq_id</c>), from 1, gapless, in commit order.</param>
/// <param name="RecordedAt">Database clock, UTC; never falls from one position to the next.</param>
/// <param name="By">Subject of the token that caused it.</param>
internal sealed record EventEnvelope(
    Guid Id, Guid StreamId, long Version, long Position, IEvent Data, DateTimeOffset RecordedAt, string By);
