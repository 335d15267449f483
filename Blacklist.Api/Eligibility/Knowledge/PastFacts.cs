using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.Vault;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.OrganizationNames;
using Blacklist.Domain.Persons;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Eligibility.Knowledge;

/// <summary>What follows from the streams up to one position: listings, links, findings, rules, organizations.</summary>
internal sealed class PastFacts(PastStreams streams, FirstSeen seen, IdentityVault vault, long position)
{
    private readonly Dictionary<ListingId, PastListing?> _listings = [];

    public RuleCatalogue Rules { get; } =
        streams.UpTo(RuleCatalogue.StreamId, position).Select(recorded => recorded.Data).Aggregate(RuleCatalogue.Initial, RuleCatalogue.Evolve);

    /// <returns>Null when the listing was not there yet, or nothing is known of its person any more.</returns>
    public PastListing? Find(ListedPerson listed)
    {
        var id = listed.Listing.Id;
        return _listings.TryGetValue(id, out var known) ? known : _listings[id] = Fold(listed);
    }

    /// <summary>The hit with what had been decided on the organization by then.</summary>
    public OrganizationHit AsItStood(OrganizationHit hit, Guid organization)
    {
        var dispositions = streams.UpTo(organization, position).Aggregate((KnownDispositions?)null, (known, recorded) => recorded.Data switch
        {
            BannedOrganizationRecorded e => KnownDispositions.Of(e),
            DispositionRecorded e => known!.With(e.DispositionId, e.Kind),
            DispositionAnnulled e => known!.Without(e.DispositionId),
            _ => known,
        });
        return hit with { Organization = hit.Organization with { Standing = dispositions!.Result } };
    }

    private PastListing? Fold(ListedPerson listed) =>
        Facts(listed.Listing.Id) is { } facts && Identity(listed) is { } identity
            ? new PastListing(new ListedPerson(identity, facts), [.. identity.Documents.Select(vault.Digest)], Findings(listed.Listing.Id))
            : null;

    private ListingFacts? Facts(ListingId listing) =>
        streams.UpTo(listing.Value, position).Aggregate((ListingFacts?)null, (facts, recorded) => recorded.Data switch
        {
            ListingProposed e => ListingFacts.From(e, IsAnnulled(e.OrganizationId, e.DispositionId)),
            _ => facts is null ? null : ListingFacts.Evolve(facts, recorded.Data),
        });

    private bool IsAnnulled(BannedOrganizationId organization, Guid disposition) =>
        streams.UpTo(organization.Value, position).Any(recorded => recorded.Data is DispositionAnnulled e && e.DispositionId == disposition);

    private PersonIdentity? Identity(ListedPerson listed)
    {
        var (group, identity) = seen.Person(listed);
        return group.Count == 1 ? identity : Links(group).IdentityOf(listed.Listing.PersonId, streams.Identity);
    }

    private PersonLinks Links(IEnumerable<PersonId> group) => group
        .SelectMany(person => streams.UpTo(person.Value, position))
        .OrderBy(recorded => recorded.Position)
        .Aggregate(PersonLinks.None, (links, recorded) => recorded.Data switch
        {
            IdentityLinked e => links.With(e.PersonId, e.IdentityId, e.Kind),
            IdentityUnlinked e => links.Without(e.PersonId, e.IdentityId),
            _ => links,
        });

    private StandingFindings Findings(ListingId listing)
    {
        var findings = new StandingFindings(vault);
        foreach (var recorded in seen.Determined(listing).SelectMany(made => streams.UpTo(made.Value, position)).OrderBy(recorded => recorded.Position))
        {
            findings.Apply(recorded.Data, streams.Identity);
        }

        return findings;
    }
}
