using System.Collections.Concurrent;
using Blacklist.Api.Vault;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Persons;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>Listings with who their persons are, found by document and by name; one writer, readers without a lock.</summary>
internal sealed class ListedPersons(IdentityVault vault)
{
    private readonly ConcurrentDictionary<ListingId, ListedPerson> _listings = new();
    private readonly ConcurrentDictionary<DocumentDigest, ListingId[]> _byDocument = new();
    private readonly ListedNames _byName = new();
    private readonly Dictionary<PersonId, List<ListingId>> _byPerson = [];
    private readonly Dictionary<PersonId, PersonIdentity> _identities = [];
    private readonly FormerEntries _former = new(vault);
    private PersonLinks _links = PersonLinks.None;
    private volatile PersonLinks _everLinked = PersonLinks.None;

    public int Count => _listings.Count;

    public IEnumerable<ListingFacts> Listings => _listings.Select(known => known.Value.Listing);

    public IEnumerable<ListingId> ByDocument(DocumentDigest document) => _byDocument.GetValueOrDefault(document) ?? [];

    public IEnumerable<ListingId> ByName(PersonIdentity applicant) => _byName.Find(applicant);

    public ListedPerson? Find(ListingId listing) => _listings.GetValueOrDefault(listing);

    /// <summary>Every listing that was ever a candidate for the applicant, whatever was linked, and more: who asks about then compares himself.</summary>
    public IEnumerable<ListingId> Ever(PersonIdentity applicant, IReadOnlyList<DocumentDigest> documents) =>
        documents.SelectMany(ByDocument).Concat(ByName(applicant)).Concat(_former.Find(applicant, documents)).Distinct();

    /// <summary>The person and everybody a link ever led to.</summary>
    public IReadOnlyList<PersonId> EverLinkedTo(PersonId person) => _everLinked.GroupOf(person);

    /// <summary>Everything at once, into what is empty.</summary>
    public void Fill(IEnumerable<ListingFacts> listings, IReadOnlyDictionary<PersonId, PersonIdentity> identities, RecordedLinks links)
    {
        (_links, _everLinked) = (links.Standing(), links.Ever());
        foreach (var listing in listings)
        {
            Know(_everLinked.GroupOf(listing.PersonId), identities);
            if (_links.IdentityOf(listing.PersonId, Known) is { } identity)
            {
                _listings[listing.Id] = new ListedPerson(identity, listing);
                Of(listing.PersonId).Add(listing.Id);
                RememberForms(listing.PersonId, [listing.Id]);
            }
        }

        Parallel.Invoke(
            () => _byName.Fill([.. _listings.Values.Select(person => (person.Listing.Id, person.Identity))]),
            () => Parallel.ForEach(_listings.Values, person => AddDocuments(person.Listing.Id, person.Identity)));
    }

    public void Propose(ListingFacts listing, IReadOnlyDictionary<PersonId, PersonIdentity> identities)
    {
        Know([listing.PersonId], identities);
        if (_links.IdentityOf(listing.PersonId, Known) is not { } identity)
        {
            return;
        }

        var isNew = !_listings.ContainsKey(listing.Id);
        _listings[listing.Id] = new ListedPerson(identity, listing);
        if (isNew)
        {
            Of(listing.PersonId).Add(listing.Id);
            AddDocuments(listing.Id, identity);
            _byName.Add(listing.Id, identity);
            RememberForms(listing.PersonId, [listing.Id]);
        }
    }

    public void Change(Func<ListingFacts, bool> which, Func<ListingFacts, ListingFacts> how)
    {
        foreach (var listing in _listings.Values.Where(person => which(person.Listing)).Select(person => person.Listing.Id))
        {
            Change(listing, how);
        }
    }

    public void Change(ListingId listing, Func<ListingFacts, ListingFacts> how)
    {
        if (_listings.TryGetValue(listing, out var person))
        {
            _listings[listing] = person with { Listing = how(person.Listing) };
        }
    }

    public void Link(IdentityLinked fact, IReadOnlyDictionary<PersonId, PersonIdentity> identities)
    {
        Know([fact.PersonId, fact.IdentityId], identities);
        _everLinked = _everLinked.With(fact.PersonId, fact.IdentityId, fact.Kind);
        foreach (var person in _everLinked.GroupOf(fact.PersonId))
        {
            RememberForms(person, _byPerson.GetValueOrDefault(person, []));
        }

        Relink(_links.With(fact.PersonId, fact.IdentityId, fact.Kind), fact.PersonId, fact.IdentityId);
    }

    public void Unlink(IdentityUnlinked fact) => Relink(_links.Without(fact.PersonId, fact.IdentityId), fact.PersonId, fact.IdentityId);

    /// <summary>Whoever was or is reached by the link looks different now.</summary>
    private void Relink(PersonLinks links, PersonId one, PersonId other)
    {
        var touched = new[] { _links, links }.SelectMany(known => known.GroupOf(one).Concat(known.GroupOf(other))).ToHashSet();
        _links = links;
        foreach (var listing in touched.SelectMany(person => _byPerson.GetValueOrDefault(person, [])))
        {
            var before = _listings[listing];
            if (_links.IdentityOf(before.Listing.PersonId, Known) is not { } identity)
            {
                continue;
            }

            // First the new entries, then the person, then away with the old: a reader in between finds too much, never too little.
            AddDocuments(listing, identity);
            _byName.Add(listing, identity);
            _listings[listing] = before with { Identity = identity };
            RemoveDocuments(listing, before.Identity.Documents.Except(identity.Documents));
            _byName.Remove(listing, before.Identity);
        }
    }

    /// <summary>Before anything is relinked, so that what was once found is found for ever.</summary>
    private void RememberForms(PersonId person, List<ListingId> listings)
    {
        if (listings.Count == 0 || _everLinked.GroupOf(person) is not { Count: > 1 } group)
        {
            return;
        }

        foreach (var (form, listing) in group.SelectMany(form => listings.Select(listing => (form, listing))))
        {
            if (Known(form) is { } identity)
            {
                _former.Add(listing, form, identity);
            }
        }
    }

    private void Know(IEnumerable<PersonId> persons, IReadOnlyDictionary<PersonId, PersonIdentity> identities)
    {
        foreach (var person in persons)
        {
            if (identities.TryGetValue(person, out var identity))
            {
                _identities[person] = identity;
            }
        }
    }

    private PersonIdentity? Known(PersonId person) => _identities.GetValueOrDefault(person);

    private List<ListingId> Of(PersonId person) =>
        _byPerson.TryGetValue(person, out var listings) ? listings : _byPerson[person] = [];

    private void AddDocuments(ListingId listing, PersonIdentity identity)
    {
        foreach (var document in identity.Documents)
        {
            _byDocument.AddOrUpdate(
                vault.Digest(document), [listing], (_, others) => others.Contains(listing) ? others : [.. others, listing]);
        }
    }

    private void RemoveDocuments(ListingId listing, IEnumerable<IdentityDocument> documents)
    {
        foreach (var digest in documents.Select(vault.Digest))
        {
            _byDocument[digest] = [.. _byDocument[digest].Where(other => other != listing)];
        }
    }
}
