using Blacklist.Api.EventLog;
using Blacklist.Api.Vault;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>Fills the index as everything stood at one position; what comes later is followed from the log.</summary>
internal sealed class IndexLoading(ListedPersonRows rows, EligibilityIndex index, IdentityVault vault, EventStore log)
{
    public async Task Load()
    {
        var listed = await rows.Read();
        var rules = RulesAt(listed.Position, await log.Load(RuleCatalogue.StreamId));
        index.Start(new IndexContent(
            listed.Position, rules, listed.AnnulledDispositions, listed.Listings, await Identities(), listed.Links, listed.Findings));
    }

    private static RuleCatalogue RulesAt(long position, EventStream stream) =>
        stream.Events.Where(envelope => envelope.Position <= position).Select(envelope => envelope.Data)
            .Aggregate(RuleCatalogue.Initial, RuleCatalogue.Evolve);

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
