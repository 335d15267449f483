using System.Collections.Concurrent;
using System.Collections.Immutable;
using Blacklist.Api.Eligibility.Index.Loading;
using Blacklist.Api.Eligibility.Index.SelfCheck;
using Blacklist.Api.Vault;
using Blacklist.Domain.Determinations;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Names;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>
/// What clerks have found of an applicant and a listing, by the applicant's documents and under the name they looked at; one writer, readers without a lock.
/// Where two findings share a document, the one under the nearest name counts, of those the one recorded last, and when it is revoked, the other again.
/// </summary>
internal sealed class StandingFindings(IdentityVault vault)
{
    private readonly Dictionary<DeterminationId, Pair> _pairs = [];
    private readonly ConcurrentDictionary<(ListingId, DocumentDigest), ImmutableArray<Stated>> _findings = new();
    private readonly ConcurrentDictionary<ListingId, ImmutableArray<DeterminationId>> _ever = new();
    private readonly ConcurrentDictionary<ListingId, ImmutableArray<PersonId>> _applicants = new();
    private readonly ConcurrentDictionary<DocumentDigest, ImmutableArray<ListingId>> _listings = new();

    private volatile bool _isEmpty = true; // asked for by every check, and a concurrent dictionary takes all its locks to say so

    /// <summary>No clerk ever found anything.</summary>
    public bool IsEmpty => _isEmpty;

    /// <summary>A listing that the applicant's documents or name led to, with what was found of the two.</summary>
    /// <param name="documents">Those of the applicant, in their order.</param>
    public Candidate Candidate(ListedPerson person, PersonIdentity applicant, IReadOnlyList<DocumentDigest> documents)
    {
        var listing = person.Listing.Id;
        return _ever.ContainsKey(listing)
            ? new Candidate(person.Showing(applicant, applicant.Documents.Where((_, place) => IsFoundSame(listing, documents[place]))), Of(listing, applicant.Name, documents))
            : new Candidate(person);
    }

    /// <summary>The same of a listing that neither led to: two clerks found one of the documents to be the listed person's, under another name.</summary>
    public Candidate? CandidateByFinding(ListedPerson person, PersonIdentity applicant, IReadOnlyList<DocumentDigest> documents) =>
        Candidate(person, applicant, documents) is var candidate && !ReferenceEquals(candidate.Person, person) ? candidate : null;

    /// <summary>Listings of which something was ever found with one of the documents.</summary>
    public IEnumerable<ListingId> ListingsOf(IEnumerable<DocumentDigest> documents) =>
        documents.SelectMany(document => _listings.GetValueOrDefault(document, [])).Distinct();

    /// <summary>Everybody of whom something was ever found and the listing.</summary>
    public IReadOnlyList<PersonId> ApplicantsOf(ListingId listing) => _applicants.GetValueOrDefault(listing, []);

    /// <param name="name">The applicant's, without the former names that the applicant states.</param>
    /// <param name="documents">Those of the applicant.</param>
    /// <returns>Null also where what was found of one of the documents contradicts what was found of another: then a human looks again.</returns>
    private StandingFinding? Of(ListingId listing, PersonName name, IEnumerable<DocumentDigest> documents)
    {
        StandingFinding? found = null;
        foreach (var document in documents)
        {
            if (!_findings.TryGetValue((listing, document), out var stated) || Nearest(stated, name) is not { } finding)
            {
                continue;
            }

            if (found is not null && found.IsDifferent != finding.IsDifferent)
            {
                return null;
            }

            found = found is null || finding.IsSame ? finding : found;
        }

        return found;
    }

    /// <summary>Every determination there ever was about the listing, also those that no longer count.</summary>
    public IReadOnlyList<DeterminationId> EverMade(ListingId listing) => _ever.GetValueOrDefault(listing, []);

    /// <summary>All of it as it is now, to be summed up later.</summary>
    public FindingsAtRest Rest() => new(_findings.ToArray(), _ever.ToArray());

    /// <summary>Everything that was ever found, in the order of the log, into what is empty.</summary>
    /// <param name="identities">Who an applicant of the vault is; null for those who were erased.</param>
    public void Fill(IEnumerable<RecordedFinding> findings, Func<PersonId, PersonIdentity?> identities)
    {
        foreach (var found in findings)
        {
            if (found.Standing.Status == DeterminationStatus.Revoked)
            {
                Know(found.Determination, found.Listing, found.Applicant, AsLookedAt(identities(found.Applicant)));
                continue;
            }

            Set(found.Determination, found.Listing, found.Applicant, AsLookedAt(identities(found.Applicant)), found.Standing);
        }
    }

    /// <param name="identities">Who an applicant of the vault is; null for those who were erased.</param>
    public void Apply(IEvent fact, Func<PersonId, PersonIdentity?> identities)
    {
        switch (fact)
        {
            case DeterminationRecorded { ApplicantId: { } applicant } e:
                var status = Determination.Evolve(Determination.Initial, e).Status;
                Set(e.DeterminationId, e.ListingId, applicant, AsLookedAt(identities(applicant)), new StandingFinding(status, e.DocumentMatched));
                break;
            case DeterminationConfirmed e:
                Confirm(e.DeterminationId);
                break;
            case DeterminationRevoked e:
                Revoke(e.DeterminationId);
                break;
        }
    }

    /// <summary>Findings about the applicants are found by no document any more.</summary>
    public void Forget(IReadOnlyCollection<PersonId> applicants)
    {
        foreach (var (determination, pair) in _pairs.Where(known => applicants.Contains(known.Value.Applicant)).ToList())
        {
            Revoke(determination);
            _pairs[determination] = pair with { LookedAt = null };
        }
    }

    private void Set(
        DeterminationId determination, ListingId listing, PersonId applicant, LookedAt? lookedAt, StandingFinding finding)
    {
        Know(determination, listing, applicant, lookedAt);
        Revoke(determination);
        _pairs[determination] = new Pair(listing, applicant, lookedAt, finding.DocumentMatched);
        if (lookedAt is null)
        {
            return;
        }

        var stated = new Stated(determination, finding, lookedAt.Name);
        foreach (var document in lookedAt.Documents)
        {
            _findings.AddOrUpdate((listing, document), [stated], (_, others) => others.Add(stated));
        }
    }

    private void Confirm(DeterminationId determination)
    {
        if (_pairs.TryGetValue(determination, out var pair))
        {
            Set(determination, pair.Listing, pair.Applicant, pair.LookedAt, new StandingFinding(DeterminationStatus.FoundSameTwice, pair.DocumentMatched));
        }
    }

    private void Revoke(DeterminationId determination)
    {
        if (!_pairs.Remove(determination, out var pair) || pair.LookedAt is null)
        {
            return;
        }

        foreach (var place in pair.LookedAt.Documents.Select(document => (pair.Listing, document)))
        {
            var left = _findings[place].RemoveAll(stated => stated.Determination == determination);
            if (left.IsEmpty)
            {
                _findings.TryRemove(place, out _);
            }
            else
            {
                _findings[place] = left;
            }
        }
    }

    private void Know(DeterminationId determination, ListingId listing, PersonId applicant, LookedAt? lookedAt)
    {
        foreach (var document in lookedAt?.Documents ?? [])
        {
            Add(_listings, document, listing);
        }

        Add(_applicants, listing, applicant);
        Add(_ever, listing, determination);
        _isEmpty = false;

        static void Add<TKey, TValue>(ConcurrentDictionary<TKey, ImmutableArray<TValue>> all, TKey key, TValue value)
            where TKey : notnull =>
            all.AddOrUpdate(key, [value], (_, known) => known.Contains(value) ? known : known.Add(value));
    }

    private bool IsFoundSame(ListingId listing, DocumentDigest document) =>
        _findings.TryGetValue((listing, document), out var stated) && stated.Any(one => one.Finding.IsSame);

    private LookedAt? AsLookedAt(PersonIdentity? identity) => identity is null ? null : new LookedAt(identity.Name, [.. identity.Documents.Select(vault.Digest)]);

    /// <summary>Under another name nothing was found: a wrong name on the same document is for a human to look at again.</summary>
    private static StandingFinding? Nearest(ImmutableArray<Stated> stated, PersonName name)
    {
        var (nearest, grade) = ((StandingFinding?)null, NameGrade.Different);
        for (var place = stated.Length - 1; place >= 0; place--)
        {
            var found = NameComparison.Compare(name, stated[place].Name).Grade;
            if (found.IsCompatible() && found < grade)
            {
                (nearest, grade) = (stated[place].Finding, found);
            }
        }

        return nearest;
    }

    private sealed record Pair(ListingId Listing, PersonId Applicant, LookedAt? LookedAt, bool DocumentMatched);

    /// <summary>The applicant as the clerk saw them.</summary>
    private sealed record LookedAt(PersonName Name, IReadOnlyList<DocumentDigest> Documents);
}

/// <summary>One of the findings that were made of a listing and a document.</summary>
/// <param name="Name">Under which the applicant was looked at.</param>
internal sealed record Stated(DeterminationId Determination, StandingFinding Finding, PersonName Name);
