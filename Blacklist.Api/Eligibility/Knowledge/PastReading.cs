using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.Vault;
using Blacklist.Domain.Determinations;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.OrganizationNames;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Eligibility.Knowledge;

/// <summary>A question as it would have been answered at a position of the log, for a date.</summary>
/// <param name="Position">At most the horizon of the reading.</param>
internal sealed record PastQuestion(EligibilityQuestion Question, long Position, DateOnly On);

/// <summary>
/// Answers from the log alone: which listings may matter comes from the index, which forgets none that ever did; what they were at the position is
/// folded from their streams. Every stream is read once, so many questions about few listings are cheap. For one caller at a time.
/// </summary>
internal sealed class PastReading(EligibilityIndex index, PastStreams streams, IdentityVault vault, RegionCatalogue regions, long horizon)
{
    private readonly Dictionary<long, PastFacts> _facts = [];
    private readonly FirstSeen _seen = new(index);

    /// <summary>Answers are given up to this position.</summary>
    public long Horizon => horizon;

    /// <summary>In the order asked.</summary>
    /// <param name="rules">Other rules than those of the position: what would they have answered?</param>
    public async Task<IReadOnlyList<EligibilityAnswer>> Answer(IReadOnlyList<PastQuestion> questions, RuleCatalogue? rules = null)
    {
        var prepared = questions.Select(Prepare).ToList();
        await Read(prepared);
        return [.. prepared.Select(question => Answer(question, rules))];
    }

    private Prepared Prepare(PastQuestion asked)
    {
        if (asked.Position > horizon)
        {
            throw new ArgumentOutOfRangeException(nameof(asked), asked.Position, "The reading does not reach so far.");
        }

        var applicants = asked.Question.Applicants.ToDictionary(object (applicant) => applicant, MayBe, ReferenceEqualityComparer.Instance);
        var names = index.NamesKnownAt(asked.Question.Organization.Name, asked.Position)
            .Select(hit => (hit, index.OrganizationId(hit.Organization))).ToList();
        return new Prepared(asked, applicants, names);
    }

    private Sought MayBe(Applicant applicant)
    {
        var documents = applicant.Identity.Documents.Select(vault.Digest).ToList();
        return new Sought(documents, [.. index.EverCandidates(applicant, documents)]);
    }

    private async Task Read(List<Prepared> questions)
    {
        var listings = questions.SelectMany(question => question.Applicants.Values).SelectMany(sought => sought.Listings)
            .DistinctBy(listed => listed.Listing.Id).ToList();
        var linked = listings.Select(listed => _seen.Person(listed).Group).Where(group => group.Count > 1).SelectMany(group => group).ToHashSet();
        var determinations = listings.SelectMany(listed => _seen.Determined(listed.Listing.Id)).Select(made => made.Value).ToList();
        await streams.Read(
        [
            RuleCatalogue.StreamId, .. listings.Select(listed => listed.Listing.Id.Value), .. linked.Select(person => person.Value), .. determinations,
            .. questions.SelectMany(question => question.Names).Select(name => name.Organization),
        ]);
        await streams.Read(listings.Select(listed => listed.Listing.Id.Value).SelectMany(Facts<ListingProposed>).Select(fact => fact.OrganizationId.Value));
        await streams.Read(linked.Concat(determinations.SelectMany(Facts<DeterminationRecorded>).Select(fact => fact.ApplicantId).OfType<PersonId>()));
    }

    private IEnumerable<TEvent> Facts<TEvent>(Guid stream) => streams.UpTo(stream, long.MaxValue).Select(recorded => recorded.Data).OfType<TEvent>();

    private EligibilityAnswer Answer(Prepared question, RuleCatalogue? rules)
    {
        var (asked, applicants, names) = question;
        var facts = _facts.TryGetValue(asked.Position, out var known) ? known : _facts[asked.Position] = new PastFacts(streams, _seen, vault, asked.Position);
        return EligibilityCheck.Answer(
            asked.Question, Candidates, [.. names.Select(name => facts.AsItStood(name.Hit, name.Organization))], rules ?? facts.Rules, regions, asked.On);

        IEnumerable<Candidate> Candidates(Applicant applicant)
        {
            var (documents, listings) = applicants[applicant];
            return listings.Select(facts.Find).OfType<PastListing>().Select(listing => listing.For(applicant.Identity, documents)).OfType<Candidate>();
        }
    }

    private sealed record Sought(IReadOnlyList<DocumentDigest> Documents, IReadOnlyList<ListedPerson> Listings);

    private sealed record Prepared(
        PastQuestion Asked, IReadOnlyDictionary<object, Sought> Applicants, IReadOnlyList<(OrganizationHit Hit, Guid Organization)> Names);
}
