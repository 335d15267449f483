namespace Blacklist.Api.Eligibility.Index;

/// <summary>The node cannot make out what the log holds next: it was written by a newer version, or under a key that this node lacks.</summary>
internal sealed class IndexStuckException(Exception cause) : Exception("The index cannot go on along the log.", cause);
