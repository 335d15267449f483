using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.EventLog;
using Blacklist.Api.Vault;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Determinations;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Persons;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Eligibility.Effects;

/// <summary>Whom a fact may concern: everybody, or those who wait under some keys; more than needed does no harm, fewer does.</summary>
internal sealed class BearingFacts(EligibilityIndex index, EventStore log, IdentityVault vault, SubjectKeys keys)
{
    /// <param name="recorded">At most the index's position.</param>
    /// <returns>Null when it bears on no verdict.</returns>
    public async Task<Concerned?> Of(EventEnvelope recorded) => recorded switch
    {
        { Data: RuleDrafted or RuleDraftDiscarded } => null,
        { StreamId: var stream } when stream == RuleCatalogue.StreamId => Concerned.Everybody,
        { Data: IdentityLinked e } => await Listed([e.PersonId]),
        { Data: IdentityUnlinked e } => await Listed([e.PersonId, e.IdentityId]),
        { Data: DispositionAnnulled e } => await Listed(await NamedBy(recorded.StreamId, e.DispositionId)),
        { Data: DeterminationRecorded { ApplicantId: { } applicant } } => await Applicant(applicant),
        { Data: DeterminationConfirmed { ApplicantId: { } applicant } } => await Applicant(applicant),
        { Data: DeterminationRevoked { ApplicantId: { } applicant } } => await Applicant(applicant),
        _ when index.Find(new ListingId(recorded.StreamId)) is { } listed => await Listed([listed.Listing.PersonId]),
        _ => null,
    };

    private async Task<IEnumerable<PersonId>> NamedBy(Guid organization, Guid disposition) => (await log.Load(organization)).Events
        .Select(recorded => recorded.Data).OfType<ResponsiblePersonNamed>().Where(named => named.DispositionId == disposition).Select(named => named.PersonId);

    private async Task<Concerned> Listed(IEnumerable<PersonId> persons)
    {
        var linked = persons.SelectMany(index.EverLinkedTo).ToHashSet();
        var lookedAt = index.EverLookedAt(linked).ToHashSet();
        var known = await vault.Open([.. linked.Union(lookedAt)]);
        return new Concerned([.. Identities(linked).SelectMany(keys.OfListed).Concat(Identities(lookedAt).SelectMany(keys.OfDocuments)).Distinct()]);

        IEnumerable<PersonIdentity> Identities(IEnumerable<PersonId> some) => some.Select(person => known[person].Identity).OfType<PersonIdentity>();
    }

    private async Task<Concerned> Applicant(PersonId applicant) =>
        (await vault.Open([applicant]))[applicant].Identity is { } identity ? new Concerned([.. keys.OfDocuments(identity)]) : new Concerned([]);
}

/// <param name="Keys">Null for everybody.</param>
internal sealed record Concerned(long[]? Keys)
{
    public static readonly Concerned Everybody = new((long[]?)null);

    public bool Includes(long[] applicant) => Keys is null || applicant.Any(Keys.Contains);
}
