using System.Collections.Concurrent;
using Blacklist.Api.Eligibility.Index.Loading;
using Blacklist.Api.EventLog;
using Blacklist.Api.Vault;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Determinations;
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
/// on the log up to there and on nothing else, not on when the node was started.
/// </summary>
internal sealed class EligibilityIndex(IdentityVault vault)
{
    private readonly ListedPersons _persons = new(vault);
    private readonly StandingFindings _findings = new();
    private readonly KnownOrganizations _organizations = new();
    private readonly ConcurrentDictionary<Guid, byte> _annulledDispositions = new();
    private long _position = -1;

    /// <summary>Log position up to which every event is applied; -1 before anything is loaded.</summary>
    public long Position => Volatile.Read(ref _position);

    public RuleCatalogue Rules { get; private set; } = RuleCatalogue.Initial;

    public int Count => _persons.Count;

    /// <summary>Every listing whose person is known, whatever became of it; in no order.</summary>
    public IEnumerable<ListingFacts> Listings => _persons.Listings;

    /// <summary>Listings that may mean the applicant or are a namesake's, by document and by name, with what clerks found before.</summary>
    public IEnumerable<Candidate> Candidates(Applicant applicant)
    {
        var now = Now;
        return now.Possible(applicant).Concat(now.OpenNamesakes(applicant));
    }

    /// <summary>For one question: what is packed meanwhile is not seen twice.</summary>
    public ListingsNow Now => new(_persons.Known, _findings, vault);

    /// <summary>Listings that may mean the applicant now or meant the applicant at any time, by whatever was linked then.</summary>
    public IEnumerable<ListedPerson> EverCandidates(Applicant applicant, IReadOnlyList<DocumentDigest> documents) => _persons.Ever(applicant.Identity, documents);

    /// <summary>A listing as it stands now; null also when nothing is known of its person any more.</summary>
    public ListedPerson? Find(ListingId listing) => _persons.Find(listing);

    /// <summary>The person and everybody a link ever led to.</summary>
    public IReadOnlyList<PersonId> EverLinkedTo(PersonId person) => _persons.EverLinkedTo(person);

    /// <summary>Every determination about the listing, also those that no longer count.</summary>
    public IReadOnlyList<DeterminationId> EverDetermined(ListingId listing) => _findings.EverMade(listing);

    /// <summary>Like <see cref="KnownNames"/> among the names recorded up to a position; the standing is today's.</summary>
    public IReadOnlyList<OrganizationHit> NamesKnownAt(OrganizationName name, long position) => _organizations.Imitated(name, position);

    /// <summary>Known organizations whose name the given one equals or imitates, nearest first.</summary>
    public IReadOnlyList<OrganizationHit> KnownNames(OrganizationName name) => _organizations.Imitated(name);

    /// <summary>For who looks for an organization on the public list by part of its name, or by ear.</summary>
    public IReadOnlyList<PublicHit> SearchPublicList(OrganizationName typed, int most) => _organizations.Search(typed, most);

    public Guid OrganizationId(KnownOrganization known) => _organizations.IdOf(known);

    /// <summary>Everything as it stands at a position, into an empty index; from there on the log is followed.</summary>
    /// <param name="applicants">Who the applicants of determinations are; those who were erased are not among them.</param>
    public void Start(IndexContent content, RuleCatalogue rules, IReadOnlyDictionary<PersonId, PersonIdentity> applicants)
    {
        Rules = rules;
        foreach (var disposition in content.AnnulledDispositions)
        {
            _annulledDispositions[disposition] = 0;
        }

        _organizations.Fill(content.Organizations);
        _persons.Fill(content.Listings);
        foreach (var finding in content.Findings)
        {
            if (finding.Standing.Status == DeterminationStatus.Revoked)
            {
                _findings.Know(finding.Determination, finding.Listing);
                continue;
            }

            _findings.Set(finding.Determination, finding.Listing, Digests(finding.Applicant, applicants), finding.Standing);
        }

        Volatile.Write(ref _position, content.Position);
    }

    /// <param name="events">At least one, in order.</param>
    /// <param name="identities">Who the persons are that the events name; erased persons are not among them.</param>
    public void Apply(IReadOnlyList<EventEnvelope> events, IReadOnlyDictionary<PersonId, PersonIdentity> identities)
    {
        foreach (var envelope in events)
        {
            Rules = RuleCatalogue.Evolve(Rules, envelope.Data);
            _organizations.Apply(envelope);
            _findings.Apply(envelope.Data, applicant => Digests(applicant, identities));
            Apply(envelope.StreamId, envelope.Data, identities);
        }

        _organizations.Publish();
        Volatile.Write(ref _position, events[^1].Position);
        _persons.Repack();
    }

    private void Apply(Guid stream, IEvent fact, IReadOnlyDictionary<PersonId, PersonIdentity> identities)
    {
        switch (fact)
        {
            case ListingProposed e:
                _persons.Propose(ListingFacts.From(e, _annulledDispositions.ContainsKey(e.DispositionId)), identities);
                break;
            case DispositionAnnulled e:
                _annulledDispositions[e.DispositionId] = 0;
                _persons.ChangeAll(e.DispositionId, listing => ListingFacts.Evolve(listing, e));
                break;
            case IdentityLinked e:
                _persons.Link(e, identities);
                break;
            case IdentityUnlinked e:
                _persons.Unlink(e);
                break;
            default:
                _persons.Change(new ListingId(stream), listing => ListingFacts.Evolve(listing, fact));
                break;
        }
    }

    private List<DocumentDigest> Digests(PersonId person, IReadOnlyDictionary<PersonId, PersonIdentity> identities) =>
        identities.TryGetValue(person, out var identity) ? [.. identity.Documents.Select(vault.Digest)] : [];
}
