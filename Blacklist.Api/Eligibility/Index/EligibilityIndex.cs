using System.Collections.Concurrent;
using Blacklist.Api.EventLog;
using Blacklist.Api.Vault;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>
/// What this node knows of listings and rules, in memory. One writer follows the log; checks read beside it without a lock.
/// The position is moved last: who reads the position first and the entries after it may see newer entries, never older ones,
/// and the recording of the answer fails when the log has moved past that position.
/// </summary>
internal sealed class EligibilityIndex(IdentityVault vault)
{
    private readonly ConcurrentDictionary<ListingId, ListedPerson> _listings = new();
    private readonly ConcurrentDictionary<DocumentDigest, ListingId[]> _byDocument = new();
    private readonly ListedNames _byName = new();
    private readonly ConcurrentDictionary<Guid, byte> _annulledDispositions = new();
    private long _position = -1;

    /// <summary>Log position up to which every event is applied; -1 before anything is loaded.</summary>
    public long Position => Volatile.Read(ref _position);

    public RuleCatalogue Rules { get; private set; } = RuleCatalogue.Initial;

    public int Count => _listings.Count;

    /// <summary>Listings that may mean the applicant, by document and by name.</summary>
    public IEnumerable<ListedPerson> Candidates(Applicant applicant)
    {
        var found = new HashSet<ListingId>();
        foreach (var document in applicant.Identity.Documents)
        {
            if (_byDocument.TryGetValue(vault.Digest(document), out var listings))
            {
                found.UnionWith(listings);
            }
        }

        found.UnionWith(_byName.Find(applicant.Identity.Name));
        return found.Select(id => _listings.GetValueOrDefault(id)).OfType<ListedPerson>();
    }

    /// <summary>Everything as it stands at a position, into an empty index; from there on the log is followed.</summary>
    public void Start(long position, RuleCatalogue rules, IReadOnlyCollection<ListedPerson> persons, IEnumerable<Guid> annulledDispositions)
    {
        Rules = rules;
        foreach (var person in persons)
        {
            _listings[person.Listing.Id] = person;
            AddDocuments(person);
        }

        _byName.Fill([.. persons.Select(person => (person.Listing.Id, person.Identity.Name))]);
        foreach (var disposition in annulledDispositions)
        {
            _annulledDispositions[disposition] = 0;
        }

        Volatile.Write(ref _position, position);
    }

    private void AnnulDisposition(Guid disposition)
    {
        _annulledDispositions[disposition] = 0;
        foreach (var (id, person) in _listings.Where(entry => entry.Value.Listing.DispositionId == disposition))
        {
            _listings[id] = person with { Listing = person.Listing with { DispositionAnnulled = true } };
        }
    }

    private void Put(ListedPerson person)
    {
        var isNew = !_listings.ContainsKey(person.Listing.Id);
        _listings[person.Listing.Id] = person;
        if (isNew)
        {
            AddDocuments(person);
            _byName.Add(person.Listing.Id, person.Identity.Name);
        }
    }

    private void AddDocuments(ListedPerson person)
    {
        foreach (var document in person.Identity.Documents)
        {
            _byDocument.AddOrUpdate(vault.Digest(document), [person.Listing.Id], (_, others) => [.. others, person.Listing.Id]);
        }
    }

    /// <param name="identities">Who the persons of new proposals are; erased persons are not among them.</param>
    public void Apply(EventEnvelope envelope, IReadOnlyDictionary<PersonId, PersonIdentity> identities)
    {
        Apply(envelope.Data, identities);
        Volatile.Write(ref _position, envelope.Position);
    }

    private void Apply(IEvent fact, IReadOnlyDictionary<PersonId, PersonIdentity> identities)
    {
        Rules = RuleCatalogue.Evolve(Rules, fact);
        switch (fact)
        {
            case ListingProposed e when identities.TryGetValue(e.PersonId, out var identity):
                Put(new ListedPerson(identity, ListingFacts.From(e, _annulledDispositions.ContainsKey(e.DispositionId))));
                break;
            case DispositionAnnulled e:
                AnnulDisposition(e.DispositionId);
                break;
            case NoticeServed e:
                Move(e.ListingId, ListingStatus.NoticeServed);
                break;
            case ListingEntered e:
                Move(e.ListingId, ListingStatus.InForce);
                break;
            case ListingDropped e:
                Move(e.ListingId, ListingStatus.Dropped);
                break;
            case ListingAnnulled e:
                Move(e.ListingId, ListingStatus.Annulled);
                break;
        }
    }

    private void Move(ListingId id, ListingStatus status)
    {
        if (_listings.TryGetValue(id, out var person))
        {
            _listings[id] = person with { Listing = person.Listing with { Status = status } };
        }
    }
}
