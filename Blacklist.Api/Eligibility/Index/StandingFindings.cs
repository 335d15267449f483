using System.Collections.Concurrent;
using Blacklist.Api.Vault;
using Blacklist.Domain.Determinations;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>What clerks have found of an applicant and a listing, by the applicant's documents; one writer, readers without a lock.</summary>
internal sealed class StandingFindings
{
    private readonly Dictionary<DeterminationId, Pair> _pairs = [];
    private readonly ConcurrentDictionary<(ListingId, DocumentDigest), StandingFinding> _findings = new();

    public StandingFinding? Of(ListingId listing, IEnumerable<DocumentDigest> documents)
    {
        foreach (var document in documents)
        {
            if (_findings.TryGetValue((listing, document), out var finding))
            {
                return finding;
            }
        }

        return null;
    }

    public void Set(DeterminationId determination, ListingId listing, IReadOnlyList<DocumentDigest> documents, StandingFinding finding)
    {
        _pairs[determination] = new Pair(listing, documents, finding.DocumentMatched);
        foreach (var document in documents)
        {
            _findings[(listing, document)] = finding;
        }
    }

    public void Confirm(DeterminationId determination)
    {
        if (_pairs.TryGetValue(determination, out var pair))
        {
            Set(determination, pair.Listing, pair.Documents, new StandingFinding(DeterminationStatus.FoundSameTwice, pair.DocumentMatched));
        }
    }

    public void Revoke(DeterminationId determination)
    {
        if (_pairs.Remove(determination, out var pair))
        {
            foreach (var document in pair.Documents)
            {
                _findings.TryRemove((pair.Listing, document), out _);
            }
        }
    }

    private sealed record Pair(ListingId Listing, IReadOnlyList<DocumentDigest> Documents, bool DocumentMatched);
}
