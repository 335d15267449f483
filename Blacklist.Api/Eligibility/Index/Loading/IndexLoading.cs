using System.Collections.Concurrent;
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
        var (content, applicants) = await OwnThread.Run(Read);
        var rules = await log.Load(RuleCatalogue.StreamId);
        await OwnThread.Run(() => index.Start(content, RulesAt(content.Position, rules), applicants));
    }

    private (IndexContent Content, IReadOnlyDictionary<PersonId, PersonIdentity> Applicants) Read()
    {
        using var snapshot = rows.Snapshot();
        snapshot.Take();
        var content = rows.Read(snapshot);
        return (content, Identify(content, snapshot));
    }

    private static RuleCatalogue RulesAt(long position, EventStream stream) =>
        stream.Events.Where(envelope => envelope.Position <= position).Select(envelope => envelope.Data)
            .Aggregate(RuleCatalogue.Initial, RuleCatalogue.Evolve);

    /// <summary>Says of everybody who is listed or linked who they are, unless they were erased.</summary>
    /// <returns>The same of the applicants of determinations.</returns>
    private ConcurrentDictionary<PersonId, PersonIdentity> Identify(IndexContent content, LogSnapshot snapshot)
    {
        var applicants = content.Findings.Select(finding => finding.Applicant).ToHashSet();
        var identities = new ConcurrentDictionary<PersonId, PersonIdentity>();
        vault.OpenAll(
            snapshot,
            person => content.Listings.IsAbout(person) || applicants.Contains(person),
            person =>
            {
                if (person.Identity is not { } identity)
                {
                    return;
                }

                content.Listings.Identify(person.Id, identity);
                if (applicants.Contains(person.Id))
                {
                    identities[person.Id] = identity;
                }
            });
        return identities;
    }
}
