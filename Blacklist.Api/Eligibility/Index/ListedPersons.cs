using Blacklist.Api.Eligibility.Index.Loading;
using Blacklist.Api.Vault;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Persons;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>
/// Listings with who their persons are, found by document and by name; one writer, readers without a lock. Nearly all are packed; what is
/// new or changes is kept loose beside them, until there is enough of it to be packed too.
/// </summary>
internal sealed class ListedPersons(IdentityVault vault)
{
    private readonly FormerEntries _former = new(vault);
    private readonly Dictionary<PersonId, PersonIdentity> _linked = []; // everybody a link ever led to
    private PersonLinks _links = PersonLinks.None;
    private volatile PersonLinks _everLinked = PersonLinks.None;
    private volatile KnownListings _known = KnownListings.None;
    private Repacking? _repacking;

    public int Count => _known.Count;

    public IEnumerable<ListingFacts> Listings => _known.All;

    public ListedPerson? Find(ListingId listing) => _known.Find(listing);

    public KnownListings Known => _known;

    /// <summary>Every listing that was ever a candidate for the applicant, whatever was linked, and more: who asks about then compares himself.</summary>
    public IEnumerable<ListedPerson> Ever(PersonIdentity applicant, IReadOnlyList<DocumentDigest> documents)
    {
        var known = _known;
        return known.Possible(applicant).Concat(known.Packed.OpenNamesakes(applicant))
            .Concat(_former.Find(applicant, documents).Select(known.Find).OfType<ListedPerson>()).DistinctBy(person => person.Listing.Id);
    }

    /// <summary>The person and everybody a link ever led to.</summary>
    public IReadOnlyList<PersonId> EverLinkedTo(PersonId person) => _everLinked.GroupOf(person);

    /// <summary>Everything at once, into what is empty.</summary>
    public void Fill(ListingIntake intake)
    {
        (_links, _everLinked) = (intake.Links.Standing(), intake.Links.Ever());
        foreach (var (person, identity) in intake.Linked)
        {
            _linked[person] = identity;
        }

        _known = new KnownListings(intake.Pack(), new LooseListings(intake.Loose(_links)));
        foreach (var person in intake.Linked.Keys)
        {
            RememberForms(person);
        }
    }

    public void Propose(ListingFacts listing, IReadOnlyDictionary<PersonId, PersonIdentity> identities)
    {
        if (_links.IdentityOf(listing.PersonId, person => _linked.GetValueOrDefault(person) ?? identities.GetValueOrDefault(person)) is not { } identity)
        {
            return;
        }

        Set(new ListedPerson(Find(listing.Id)?.Identity ?? identity, listing));
        RememberForms(listing.PersonId);
    }

    public void ChangeAll(Guid disposition, Func<ListingFacts, ListingFacts> how)
    {
        foreach (var listing in _known.RestingOn(disposition))
        {
            Change(listing, how);
        }
    }

    public void Change(ListingId listing, Func<ListingFacts, ListingFacts> how)
    {
        if (Find(listing) is { } person && how(person.Listing) is var changed && !ReferenceEquals(changed, person.Listing))
        {
            Set(person with { Listing = changed });
        }
    }

    public void Link(IdentityLinked fact, IReadOnlyDictionary<PersonId, PersonIdentity> identities)
    {
        Know(fact.PersonId, identities);
        Know(fact.IdentityId, identities);
        _everLinked = _everLinked.With(fact.PersonId, fact.IdentityId, fact.Kind);
        foreach (var person in _everLinked.GroupOf(fact.PersonId))
        {
            RememberForms(person);
        }

        Relink(_links.With(fact.PersonId, fact.IdentityId, fact.Kind), fact.PersonId, fact.IdentityId);
    }

    public void Unlink(IdentityUnlinked fact) => Relink(_links.Without(fact.PersonId, fact.IdentityId), fact.PersonId, fact.IdentityId);

    /// <summary>Who these persons are nobody knows any more, so their listings mean nobody.</summary>
    public void Forget(IEnumerable<PersonId> persons)
    {
        foreach (var person in persons)
        {
            _linked.Remove(person);
            foreach (var listing in _known.Of(person))
            {
                _known.Loose.Remove(listing);
                _known.Packed.Supersede(listing);
            }
        }
    }

    /// <summary>From time to time: packs what is loose, in the background, and shows readers the result at once when it is done.</summary>
    public void Repack()
    {
        if (_repacking is { IsDone: true } done)
        {
            _repacking = null;
            _known = done.Result(_known);
        }
        else if (_repacking is null && Repacking.IsDue(_known))
        {
            _repacking = new Repacking(_known, person => _everLinked.GroupOf(person).Count == 1);
        }
    }

    /// <summary>Whoever was or is reached by the link looks different now.</summary>
    private void Relink(PersonLinks links, PersonId one, PersonId other)
    {
        var touched = new[] { _links, links }.SelectMany(known => known.GroupOf(one).Concat(known.GroupOf(other))).ToHashSet();
        _links = links;
        foreach (var person in touched.SelectMany(_known.Of).Distinct().Select(Find).OfType<ListedPerson>().ToList())
        {
            if (_links.IdentityOf(person.Listing.PersonId, _linked.GetValueOrDefault) is { } identity)
            {
                Set(person with { Identity = identity });
            }
        }
    }

    /// <summary>First where it is now, then no longer where it was: a reader in between finds too much, never too little.</summary>
    private void Set(ListedPerson person)
    {
        _known.Loose.Set(person);
        _known.Packed.Supersede(person.Listing.Id);
    }

    /// <summary>Before anything is relinked, so that what was once found is found for ever.</summary>
    private void RememberForms(PersonId person)
    {
        if (_everLinked.GroupOf(person) is not { Count: > 1 } group)
        {
            return;
        }

        foreach (var (form, listing) in group.SelectMany(form => _known.Of(person).Select(listing => (form, listing))))
        {
            if (_linked.TryGetValue(form, out var identity))
            {
                _former.Add(listing, form, identity);
            }
        }
    }

    private void Know(PersonId person, IReadOnlyDictionary<PersonId, PersonIdentity> identities)
    {
        if ((identities.GetValueOrDefault(person) ?? _known.Of(person).Select(Find).FirstOrDefault()?.Identity) is { } identity)
        {
            _linked[person] = identity;
        }
    }
}
