using Blacklist.Api.EventLog;
using Blacklist.Api.Vault;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Eligibility.Index.Loading;

/// <summary>Fills an index in one pass and at one position; what comes later is followed from the log.</summary>
internal sealed class IndexLoading(IndexRows rows, IdentityVault vault, EventStore log)
{
    /// <param name="index">An empty one.</param>
    public async Task Load(EligibilityIndex index)
    {
        var content = await rows.Read();
        var rules = await log.Load(RuleCatalogue.StreamId);
        await OwnThread.Run(() => index.Start(content, RulesAt(content.Position, rules), Identify(content)));
    }

    private static RuleCatalogue RulesAt(long position, EventStream stream) =>
        stream.Events.Where(envelope => envelope.Position <= position).Select(envelope => envelope.Data)
            .Aggregate(RuleCatalogue.Initial, RuleCatalogue.Evolve);

    /// <summary>Says of everybody who is listed or linked who they are, unless they were erased.</summary>
    /// <returns>The same of the applicants of determinations.</returns>
    private Dictionary<PersonId, PersonIdentity> Identify(IndexContent content)
    {
        var applicants = content.Findings.Select(finding => finding.Applicant).ToHashSet();
        var identities = new Dictionary<PersonId, PersonIdentity>();
        foreach (var person in vault.OpenAll(person => content.Listings.IsAbout(person) || applicants.Contains(person)))
        {
            if (person.Identity is not { } identity)
            {
                continue;
            }

            content.Listings.Identify(person.Id, identity);
            if (applicants.Contains(person.Id))
            {
                identities.Add(person.Id, identity);
            }
        }

        return identities;
    }
}
