using Blacklist.Domain.Kernel;
using Blacklist.Domain.Names;
using Blacklist.Domain.Names.Index;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>Listings by the names of their persons; one writer, readers without a lock.</summary>
internal sealed class ListedNames
{
    private volatile State _state = new([], 0, NameIndex.Empty);

    /// <summary>All at once: what was there before is forgotten.</summary>
    public void Fill(IReadOnlyList<(ListingId Listing, PersonName Name)> entries) =>
        _state = new State(
            [.. entries.Select(entry => entry.Listing)], entries.Count, NameIndex.Of(entries.Select((entry, handle) => (handle, entry.Name))));

    public void Add(ListingId listing, PersonName name)
    {
        var (listings, count, index) = _state;
        if (count == listings.Length)
        {
            Array.Resize(ref listings, Math.Max(16, count * 2));
        }

        listings[count] = listing; // no reader looks there before the index that knows the handle is published
        _state = new State(listings, count + 1, index.With(count, name));
    }

    public IEnumerable<ListingId> Find(PersonName name)
    {
        var (listings, _, index) = _state;
        return index.Find(name).Select(candidate => listings[candidate.Handle]);
    }

    private sealed record State(ListingId[] Listings, int Count, NameIndex Index);
}
