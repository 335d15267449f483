using System.Collections.Concurrent;
using Blacklist.Api.Eligibility.Index.Loading;
using Blacklist.Api.Eligibility.Index.SelfCheck;
using Blacklist.Api.EventLog;
using Blacklist.Api.Vault;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.OrganizationNames;
using Blacklist.Domain.Persons;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>
/// What this node knows of listings, persons, determinations and rules, in memory. One writer follows the log; checks read beside it
/// without a lock. The position is moved last: who reads the position first and the entries after it may see newer entries, never
/// older ones, and the recording of the answer says whether that position was new enough (ADR 0010). What it finds at a position depends
/// on the log up to there and on nothing else, not on when the node was started. While it is in doubt it says nothing (ADR 0022).
/// </summary>
internal sealed class EligibilityIndex(IdentityVault vault)
{
    private volatile Content _content = new(vault);
    private volatile bool _inDoubt;

    /// <summary>Log position up to which every event is applied; -1 before anything is loaded.</summary>
    public long Position => _content.Position;

    /// <summary>It was seen to hold something else than the read models.</summary>
    public bool IsInDoubt
    {
        get => _inDoubt;
        set => _inDoubt = value;
    }

    public RuleCatalogue Rules => Known.Rules;

    public int Count => Known.Persons.Count;

    /// <summary>Every listing whose person is known, whatever became of it; in no order.</summary>
    public IEnumerable<ListingFacts> Listings => Known.Persons.Listings;

    /// <summary>Listings that may mean the applicant or are a namesake's, by document and by name, with what clerks found before.</summary>
    public IEnumerable<Candidate> Candidates(Applicant applicant)
    {
        var now = Now;
        return now.Possible(applicant).Concat(now.OpenNamesakes(applicant));
    }

    /// <summary>For one question: what is packed meanwhile is not seen twice.</summary>
    public ListingsNow Now
    {
        get
        {
            var content = Known;
            return new ListingsNow(content.Persons.Known, content.Findings, vault);
        }
    }

    /// <summary>Listings that may mean the applicant now or meant the applicant at any time, by whatever was linked then.</summary>
    public IEnumerable<ListedPerson> EverCandidates(Applicant applicant, IReadOnlyList<DocumentDigest> documents)
    {
        var known = Known;
        return known.Persons.Ever(applicant.Identity, documents)
            .Concat(known.Findings.ListingsOf(documents).Select(known.Persons.Find).OfType<ListedPerson>()).DistinctBy(person => person.Listing.Id);
    }

    /// <summary>A listing as it stands now; null also when nothing is known of its person any more.</summary>
    public ListedPerson? Find(ListingId listing) => Known.Persons.Find(listing);

    /// <summary>The person and everybody a link ever led to.</summary>
    public IReadOnlyList<PersonId> EverLinkedTo(PersonId person) => Known.Persons.EverLinkedTo(person);

    /// <summary>Applicants of whom something was ever found and a listing of one of the persons.</summary>
    public IEnumerable<PersonId> EverLookedAt(IEnumerable<PersonId> persons)
    {
        var known = Known;
        return persons.SelectMany(known.Persons.Known.Of).SelectMany(known.Findings.ApplicantsOf).Distinct();
    }

    /// <summary>Every determination about the listing, also those that no longer count.</summary>
    public IReadOnlyList<DeterminationId> EverDetermined(ListingId listing) => Known.Findings.EverMade(listing);

    /// <summary>Like <see cref="KnownNames"/> among the names recorded up to a position; the standing is today's.</summary>
    public IReadOnlyList<OrganizationHit> NamesKnownAt(OrganizationName name, long position) => Known.Organizations.Imitated(name, position);

    /// <summary>Known organizations whose name the given one equals or imitates, nearest first.</summary>
    public IReadOnlyList<OrganizationHit> KnownNames(OrganizationName name) => Known.Organizations.Imitated(name);

    /// <summary>For who looks for an organization on the public list by part of its name, or by ear.</summary>
    public IReadOnlyList<PublicHit> SearchPublicList(OrganizationName typed, int most) => Known.Organizations.Search(typed, most);

    public Guid OrganizationId(KnownOrganization known) => Known.Organizations.IdOf(known);

    /// <summary>Everything as it stands at a position, into an empty index; from there on the log is followed.</summary>
    /// <param name="applicants">Who the applicants of determinations are; those who were erased are not among them.</param>
    public void Start(IndexContent content, RuleCatalogue rules, IReadOnlyDictionary<PersonId, PersonIdentity> applicants)
    {
        var known = _content;
        known.Rules = rules;
        foreach (var disposition in content.AnnulledDispositions)
        {
            known.AnnulledDispositions[disposition] = 0;
        }

        Parallel.Invoke(() => known.Organizations.Fill(content.Organizations), () => known.Persons.Fill(content.Listings));
        known.Findings.Fill(content.Findings, applicants.GetValueOrDefault);
        known.Position = content.Position;
    }

    /// <param name="events">At least one, in order.</param>
    /// <param name="identities">Who the persons are that the events name; erased persons are not among them.</param>
    public void Apply(IReadOnlyList<EventEnvelope> events, IReadOnlyDictionary<PersonId, PersonIdentity> identities)
    {
        var known = _content;
        foreach (var envelope in events)
        {
            known.Rules = RuleCatalogue.Evolve(known.Rules, envelope.Data);
            known.Organizations.Apply(envelope);
            known.Findings.Apply(envelope.Data, identities.GetValueOrDefault);
            Apply(known, envelope.StreamId, envelope.Data, identities);
        }

        known.Organizations.Publish();
        known.Newest = events[^1].Id;
        known.Position = events[^1].Position;
        known.Persons.Repack();
    }

    /// <summary>Whether an event of the log is the one at its position that it has applied. It knows by number only what it was filled with, and takes the first for it.</summary>
    public bool StandsOn(EventEnvelope recorded) =>
        recorded.Position == _content.Position && (_content.Newest ??= recorded.Id) == recorded.Id;

    /// <summary>Holds from now on what another holds, which stands where this one does or later, unless this one is in doubt. The other is not used any more.</summary>
    public void TakeOver(EligibilityIndex other) => _content = other._content;

    /// <summary>What it holds, to be summed up later; only while nothing is applied.</summary>
    public IndexAtRest Rest()
    {
        var known = _content;
        return new IndexAtRest(
            known.Position, new ListingsAtRest(known.Persons.Known), known.Findings.Rest(), known.Organizations.Rest(), [.. known.AnnulledDispositions.Keys]);
    }

    private Content Known => _inDoubt ? throw new IndexInDoubtException() : _content;

    private static void Apply(Content known, Guid stream, IEvent fact, IReadOnlyDictionary<PersonId, PersonIdentity> identities)
    {
        switch (fact)
        {
            case ListingProposed e:
                known.Persons.Propose(ListingFacts.From(e, known.AnnulledDispositions.ContainsKey(e.DispositionId)), identities);
                break;
            case DispositionAnnulled e:
                known.AnnulledDispositions[e.DispositionId] = 0;
                known.Persons.ChangeAll(e.DispositionId, listing => ListingFacts.Evolve(listing, e));
                break;
            case IdentityLinked e:
                known.Persons.Link(e, identities);
                break;
            case IdentityUnlinked e:
                known.Persons.Unlink(e);
                break;
            case PersonErased e:
                known.Persons.Forget([e.PersonId, .. e.Identities]);
                known.Findings.Forget([e.PersonId, .. e.Identities]);
                break;
            default:
                known.Persons.Change(new ListingId(stream), listing => ListingFacts.Evolve(listing, fact));
                break;
        }
    }

    private sealed class Content(IdentityVault vault)
    {
        private long _position = -1;

        public ListedPersons Persons { get; } = new(vault);

        public StandingFindings Findings { get; } = new(vault);

        public KnownOrganizations Organizations { get; } = new();

        public ConcurrentDictionary<Guid, byte> AnnulledDispositions { get; } = new();

        /// <summary>The event at the position, where it is known.</summary>
        public Guid? Newest { get; set; }

        public RuleCatalogue Rules { get; set; } = RuleCatalogue.Initial;

        public long Position
        {
            get => Volatile.Read(ref _position);
            set => Volatile.Write(ref _position, value);
        }
    }
}
