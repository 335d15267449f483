using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Names;
using Blacklist.Domain.Names.Index;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>Listings by every name of their persons; one writer, readers without a lock.</summary>
internal sealed class ListedNames
{
    private readonly Dictionary<ListingId, int> _handles = [];
    private volatile State _state = new([], 0, NameIndex.Empty);

    /// <summary>All at once: what was there before is forgotten.</summary>
    public void Fill(IReadOnlyList<(ListingId Listing, PersonIdentity Identity)> entries)
    {
        _handles.Clear();
        for (var handle = 0; handle < entries.Count; handle++)
        {
            _handles[entries[handle].Listing] = handle;
        }

        _state = new State(
            [.. entries.Select(entry => entry.Listing)], entries.Count,
            NameIndex.Of(entries.SelectMany((entry, handle) => Names(entry.Identity).Select(name => (handle, name)))));
    }

    public void Add(ListingId listing, PersonIdentity identity)
    {
        var handle = HandleOf(listing);
        var (listings, count, index) = _state;
        _state = new State(listings, count, Names(identity).Aggregate(index, (names, name) => names.With(handle, name)));
    }

    public void Remove(ListingId listing, PersonIdentity identity)
    {
        var handle = HandleOf(listing);
        var (listings, count, index) = _state;
        _state = new State(listings, count, Names(identity).Aggregate(index, (names, name) => names.Without(handle, name)));
    }

    public IEnumerable<ListingId> Find(PersonName name)
    {
        var (listings, _, index) = _state;
        return index.Find(name).Select(candidate => listings[candidate.Handle]);
    }

    private static IEnumerable<PersonName> Names(PersonIdentity identity) => identity.OtherNames.Prepend(identity.Name);

    private int HandleOf(ListingId listing)
    {
        if (_handles.TryGetValue(listing, out var known))
        {
            return known;
        }

        var (listings, count, index) = _state;
        if (count == listings.Length)
        {
            Array.Resize(ref listings, Math.Max(16, count * 2));
        }

        listings[count] = listing; // no reader looks there before an index that knows the handle is published
        _state = new State(listings, count + 1, index);
        return _handles[listing] = count;
    }

    private sealed record State(ListingId[] Listings, int Count, NameIndex Index);
}
