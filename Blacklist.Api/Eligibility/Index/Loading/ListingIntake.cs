using System.Collections.Concurrent;
using Blacklist.Api.Eligibility.Index.Packed;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Persons;

namespace Blacklist.Api.Eligibility.Index.Loading;

/// <summary>What a node is filled with: first the listings come, then who their persons are; of whom nobody says it, nothing is kept.</summary>
/// <param name="expected">About how many listings there will be.</param>
internal sealed class ListingIntake(RecordedLinks links, int expected = 0)
{
    private readonly PackedBuild _build = new(expected);
    private readonly ConcurrentDictionary<PersonId, List<ListingFacts>> _loose = [];
    private readonly ConcurrentDictionary<PersonId, PersonIdentity> _identities = [];
    private readonly IReadOnlySet<PersonId> _linked = links.Everybody;

    public RecordedLinks Links => links;

    /// <summary>Who they are whom a link ever led to.</summary>
    public IReadOnlyDictionary<PersonId, PersonIdentity> Linked => _identities.Where(known => _linked.Contains(known.Key)).ToDictionary();

    public void Add(ListingFacts listing)
    {
        if (_linked.Contains(listing.PersonId) || !_build.Add(listing))
        {
            Loosen(listing);
        }
    }

    public bool IsAbout(PersonId person) => _linked.Contains(person) || _loose.ContainsKey(person) || _build.IsAbout(person);

    /// <summary>After all listings were added; of different persons several may tell at once.</summary>
    public void Identify(PersonId person, PersonIdentity identity)
    {
        foreach (var listing in _build.Identify(person, identity))
        {
            Loosen(listing);
        }

        if (_linked.Contains(person) || _loose.ContainsKey(person))
        {
            _identities[person] = identity;
        }
    }

    public PackedRegister Pack() => _build.Build();

    /// <summary>Those that cannot be packed, or whose persons look different through links.</summary>
    public IReadOnlyList<ListedPerson> Loose(PersonLinks standing) =>
    [
        .. from person in _loose
           let identity = standing.IdentityOf(person.Key, _identities.GetValueOrDefault)
           where identity is not null
           from listing in person.Value
           select new ListedPerson(identity, listing),
    ];

    private void Loosen(ListingFacts listing) => _loose.GetOrAdd(listing.PersonId, _ => []).Add(listing);
}
