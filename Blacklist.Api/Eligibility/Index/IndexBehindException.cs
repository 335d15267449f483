namespace Blacklist.Api.Eligibility.Index;

/// <summary>The log stands where the index cannot come now: somebody else took the place of the server meanwhile. Later it goes better.</summary>
internal sealed class IndexBehindException() : Exception("The index did not reach the position that the log had.");
