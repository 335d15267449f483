using Blacklist.Api.Eligibility.Index;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Eligibility.Knowledge;

/// <summary>
/// What the index said when a reading first asked: who a person is, and which streams to read. The index goes on with the log meanwhile; what it
/// learns later lies behind the reading's horizon, and must not be seen in a later answer of the same reading.
/// </summary>
internal sealed class FirstSeen(EligibilityIndex index)
{
    private readonly Dictionary<PersonId, SeenPerson> _persons = [];
    private readonly Dictionary<ListingId, IReadOnlyList<DeterminationId>> _determined = [];

    /// <summary>The group is asked for after the identity: a link that is in the identity is in the group, too.</summary>
    public SeenPerson Person(ListedPerson listed) => _persons.TryGetValue(listed.Listing.PersonId, out var seen)
        ? seen
        : _persons[listed.Listing.PersonId] = new SeenPerson([.. index.EverLinkedTo(listed.Listing.PersonId)], listed.Identity);

    /// <summary>Every determination about the listing.</summary>
    public IReadOnlyList<DeterminationId> Determined(ListingId listing) =>
        _determined.TryGetValue(listing, out var made) ? made : _determined[listing] = [.. index.EverDetermined(listing)];
}

/// <param name="Group">The person and everybody a link ever led to.</param>
/// <param name="Identity">Who the person was; for one alone in the group, at every earlier position, too.</param>
internal sealed record SeenPerson(IReadOnlyList<PersonId> Group, PersonIdentity Identity);
