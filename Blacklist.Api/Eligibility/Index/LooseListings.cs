using System.Collections.Concurrent;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>Listings as objects, about a kilobyte each: new ones, changed ones, and those whose persons have more than a name and a number. One writer, readers without a lock.</summary>
internal sealed class LooseListings
{
    private readonly ConcurrentDictionary<ListingId, ListedPerson> _listings = new();
    private readonly ConcurrentDictionary<(DocumentType, string), ListingId[]> _byDocument = new();
    private readonly ConcurrentDictionary<PersonId, ListingId[]> _byPerson = new();
    private readonly ListedNames _byName = new();
    private volatile int _count; // to ask the dictionary would take all its locks

    public LooseListings(IReadOnlyList<ListedPerson> listings)
    {
        foreach (var person in listings)
        {
            _listings[person.Listing.Id] = person;
            AddPerson(person);
        }

        _count = _listings.Count;

        _byName.Fill([.. listings.Select(person => (person.Listing.Id, person.Identity))]);
    }

    public int Count => _count;

    public IEnumerable<ListedPerson> All => _listings.Select(known => known.Value);

    public ListedPerson? Find(ListingId listing) => _listings.GetValueOrDefault(listing);

    public IEnumerable<ListingId> Of(PersonId person) => _byPerson.GetValueOrDefault(person, []);

    /// <summary>Whoever holds one of the applicant's documents, or has a name that may be the applicant's.</summary>
    public IEnumerable<ListedPerson> Near(PersonIdentity applicant) => _count == 0
        ? []
        : applicant.Documents.SelectMany(document => _byDocument.GetValueOrDefault(KeyOf(document), [])).Concat(_byName.Find(applicant)).Distinct()
            .Select(Find).OfType<ListedPerson>();

    /// <summary>A listing that is not here, or what became of one that is; the person is found by everything that is known.</summary>
    public void Set(ListedPerson person)
    {
        var before = Find(person.Listing.Id);
        if (before is not null && ReferenceEquals(before.Identity, person.Identity))
        {
            _listings[person.Listing.Id] = person;
            return;
        }

        // First the new entries, then the person, then away with the old: a reader in between finds too much, never too little.
        AddPerson(person);
        _byName.Add(person.Listing.Id, person.Identity);
        _listings[person.Listing.Id] = person;
        _count = _listings.Count;
        if (before is not null)
        {
            RemoveDocuments(person.Listing.Id, before.Identity.Documents.Except(person.Identity.Documents));
            _byName.Remove(person.Listing.Id, before.Identity);
        }
    }

    public void Remove(ListingId listing)
    {
        if (_listings.TryRemove(listing, out var gone))
        {
            _count = _listings.Count;
            RemoveDocuments(listing, gone.Identity.Documents);
            _byName.Remove(listing, gone.Identity);
            _byPerson[gone.Listing.PersonId] = [.. _byPerson[gone.Listing.PersonId].Where(other => other != listing)];
        }
    }

    /// <summary>What is digested of a document, and so what makes two of them one.</summary>
    private static (DocumentType, string) KeyOf(IdentityDocument document) => (document.Type, document.Key);

    private void AddPerson(ListedPerson person)
    {
        Add(_byPerson, person.Listing.PersonId, person.Listing.Id);
        foreach (var document in person.Identity.Documents)
        {
            Add(_byDocument, KeyOf(document), person.Listing.Id);
        }
    }

    private void RemoveDocuments(ListingId listing, IEnumerable<IdentityDocument> documents)
    {
        foreach (var document in documents.Select(KeyOf))
        {
            _byDocument[document] = [.. _byDocument[document].Where(other => other != listing)];
        }
    }

    private static void Add<TKey>(ConcurrentDictionary<TKey, ListingId[]> entries, TKey key, ListingId listing)
        where TKey : notnull =>
        entries.AddOrUpdate(key, [listing], (_, others) => others.Contains(listing) ? others : [.. others, listing]);
}
