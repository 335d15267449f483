using Blacklist.Api.Eligibility.Index;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Eligibility.Knowledge;

/// <summary>
/// Which streams the index named when a reading first asked. The index goes on with the log meanwhile; what it learns later lies behind the
/// reading's horizon, and the streams of it were not read.
/// </summary>
internal sealed class FirstSeen(EligibilityIndex index)
{
    private readonly Dictionary<PersonId, IReadOnlyList<PersonId>> _linked = [];
    private readonly Dictionary<ListingId, IReadOnlyList<DeterminationId>> _determined = [];

    /// <summary>The person and everybody a link ever led to.</summary>
    public IReadOnlyList<PersonId> LinkedTo(PersonId person) =>
        _linked.TryGetValue(person, out var group) ? group : _linked[person] = [.. index.EverLinkedTo(person)];

    /// <summary>Every determination about the listing.</summary>
    public IReadOnlyList<DeterminationId> Determined(ListingId listing) =>
        _determined.TryGetValue(listing, out var made) ? made : _determined[listing] = [.. index.EverDetermined(listing)];
}
