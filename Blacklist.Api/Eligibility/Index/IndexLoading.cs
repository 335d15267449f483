using Blacklist.Api.EventLog;
using Blacklist.Api.Vault;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>Fills the index as it stands at one position; what comes later is followed from the log.</summary>
internal sealed class IndexLoading(ListedPersonRows rows, EligibilityIndex index, IdentityVault vault, EventStore log)
{
    public async Task Load()
    {
        var listed = await rows.Read();
        var rules = await log.Load(RuleCatalogue.StreamId);
        var identities = await Identities();
        var persons = new List<ListedPerson>(listed.Listings.Count);
        foreach (var listing in listed.Listings)
        {
            if (identities.TryGetValue(listing.PersonId, out var identity))
            {
                persons.Add(new ListedPerson(identity, listing));
            }
        }

        index.Start(listed.Position, RulesAt(listed.Position, rules), persons, listed.AnnulledDispositions);
    }

    private static RuleCatalogue RulesAt(long position, EventStream stream) =>
        stream.Events.Where(envelope => envelope.Position <= position).Select(envelope => envelope.Data)
            .Aggregate(RuleCatalogue.Initial, RuleCatalogue.Evolve);

    /// <summary>Everybody who was not erased.</summary>
    private async Task<Dictionary<PersonId, PersonIdentity>> Identities()
    {
        var identities = new Dictionary<PersonId, PersonIdentity>();
        await foreach (var person in vault.OpenAll())
        {
            if (person.Identity is { } identity)
            {
                identities.Add(person.Id, identity);
            }
        }

        return identities;
    }
}
