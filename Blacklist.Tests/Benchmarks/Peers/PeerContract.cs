namespace Blacklist.Tests.Benchmarks.Peers;

/// <summary>Of the registry's request, what a service that only looks up a number reads.</summary>
internal sealed record PeerRequest(string ApplicationReference, IReadOnlyList<PeerApplicant> Applicants);

internal sealed record PeerApplicant(string Name, IReadOnlyList<PeerDocument> Documents);

internal sealed record PeerDocument(string Type, string Number);

/// <summary>A tenth of what the registry answers: no reasons, no rules, no position; the peers have it easier.</summary>
internal sealed record PeerAnswer(long CheckId, DateTime CheckedAt, string Verdict, string? ListingNumber)
{
    public static PeerAnswer Of(long id, DateTime at, string? listing) => new(id, at, listing is null ? "eligible" : "restricted", listing);
}
