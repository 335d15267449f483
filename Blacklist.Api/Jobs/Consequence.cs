using Blacklist.Api.EventLog;

namespace Blacklist.Api.Jobs;

/// <summary>
/// What a slice records in the same append when a job finds that something has come to pass. It decides as a command does: on streams that it
/// loads itself, at the versions it saw; a stream that moved meanwhile undoes the whole, and the next turn asks again. Registered under a key
/// of the domain, such as the kind of a deadline.
/// </summary>
/// <param name="subject">The stream that it happened to, as the append will demand it; with facts to add it may be named again.</param>
/// <param name="at">The database's clock.</param>
internal delegate Task<IReadOnlyList<StreamAppend>> Consequence(EventStream subject, DateTimeOffset at);
