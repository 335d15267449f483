using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Matching;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>Listings by every name of their persons; one writer, readers without a lock.</summary>
internal sealed class ListedNames
{
    private readonly Dictionary<ListingId, int> _handles = [];
    private volatile State _state = new([], 0, PersonIndex.Empty);

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
            PersonIndex.Of(entries.Select((entry, handle) => (handle, entry.Identity))));
    }

    public void Add(ListingId listing, PersonIdentity identity)
    {
        var handle = HandleOf(listing);
        var (listings, count, index) = _state;
        _state = new State(listings, count, index.With(handle, identity));
    }

    public void Remove(ListingId listing, PersonIdentity identity)
    {
        var handle = HandleOf(listing);
        var (listings, count, index) = _state;
        _state = new State(listings, count, index.Without(handle, identity));
    }

    public IEnumerable<ListingId> Find(PersonIdentity applicant)
    {
        var (listings, _, index) = _state;
        return index.Find(applicant).Select(handle => listings[handle]);
    }

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

    private sealed record State(ListingId[] Listings, int Count, PersonIndex Index);
}
