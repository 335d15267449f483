using System.Collections.Concurrent;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Names;

namespace Blacklist.Api.Eligibility;

/// <summary>Listings by the names of their persons.</summary>
internal sealed class ListedNames
{
    private readonly ConcurrentDictionary<string, ListingId[]> _byNormal = new(StringComparer.Ordinal);

    public void Add(PersonName name, ListingId listing) =>
        _byNormal.AddOrUpdate(name.Normal, [listing], (_, others) => [.. others, listing]);

    public IReadOnlyList<ListingId> Find(PersonName name) => _byNormal.GetValueOrDefault(name.Normal) ?? [];
}
