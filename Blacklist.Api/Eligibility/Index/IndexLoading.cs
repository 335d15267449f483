using Blacklist.Api.EventLog;
using Blacklist.Api.Vault;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>Fills the index in one pass and at one position; what comes later is followed from the log.</summary>
internal sealed class IndexLoading(IndexRows rows, EligibilityIndex index, IdentityVault vault, EventStore log)
{
    public async Task Load()
    {
        var content = await rows.Read();
        var rules = await log.Load(RuleCatalogue.StreamId);
        index.Start(content, RulesAt(content.Position, rules), await Identities());
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
