namespace Blacklist.Api.Eligibility.Index.SelfCheck;

/// <summary>The node holds something else than the read models: nothing may be said from it.</summary>
internal sealed class IndexInDoubtException() : Exception("The index is in doubt.");
