namespace Blacklist.Api.EventLog;

/// <summary>Too many appends wait: nothing of this one was stored. The edge answers 503 with Retry-After.</summary>
internal sealed class LogOverloadedException() : Exception("The event log is overloaded; nothing was stored.");

/// <summary>
/// The database did not say in time whether the append was stored. The edge answers 503; the caller repeats the request with the
/// same Idempotency-Key and then learns which it was.
/// </summary>
internal sealed class OutcomeUnknownException(Exception? cause)
    : Exception("The event log did not confirm the append in time; it may or may not be stored.", cause);

/// <summary>Another version of the service has changed the read models of this database: this node may not append any more.</summary>
internal sealed class ReadModelsReplacedException()
    : Exception("The database's read models belong to another version of the service; this node must be restarted or replaced.")
{
    /// <summary>With which <c>registry.append</c> refuses.</summary>
    public const string SqlState = "RG002";
}

/// <summary>The job's lease has passed to somebody else: nothing of this was stored, and nothing more of the turn will be.</summary>
internal sealed class LeaseLostException(string job, long epoch) : Exception($"The lease of the job {job} (epoch {epoch}) is lost; nothing was stored.")
{
    /// <summary>With which <c>registry.fence</c> refuses.</summary>
    public const string SqlState = "RG004";
}
