using Blacklist.Api.Demo.Plan;
using Blacklist.Api.EventLog;
using Blacklist.Api.Hosting;
using Blacklist.Api.Listings;
using Blacklist.Api.Vault;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Demo;

/// <summary>Carries the plan out. What is there already stays as it is, so that it can run again, also after it was interrupted.</summary>
internal sealed class DemoFill(EventStore log, IdentityVault vault, ListingNumbers numbers)
{
    /// <summary>Their appends share transactions (group commit).</summary>
    private static readonly ParallelOptions Together = new() { MaxDegreeOfParallelism = 32 };

    /// <returns>How many facts were added.</returns>
    /// <exception cref="StartProblem">The registry holds data of its own.</exception>
    public async Task<int> Run(IReadOnlyList<DemoOrganization> plan)
    {
        await RefuseRealData(plan[0]);
        var added = await Record(plan[0]); // alone and first: it marks the registry as a demo's
        await Parallel.ForEachAsync(plan.Skip(1), Together, async (organization, _) => Interlocked.Add(ref added, await Record(organization)));
        return added + await List(plan);
    }

    /// <summary>Invented persons must not get among real ones.</summary>
    private async Task RefuseRealData(DemoOrganization first)
    {
        var marked = (await log.Load(first.Recording.Id.Value)).Version > 0;
        if (!marked && await log.Position() > await log.VersionOf(RuleCatalogue.StreamId) + await log.VersionOf(CalendarYears.StreamId))
        {
            throw new StartProblem(
                "This registry holds data of its own, and the demo would mix invented persons into it: set Registry__DataFolder to an empty folder.");
        }
    }

    private async Task<int> Record(DemoOrganization organization)
    {
        var id = organization.Recording.Id.Value;
        if ((await log.Load(id)).Version > 0)
        {
            return 0;
        }

        var facts = organization.Facts();
        var identities = organization.Persons.SelectMany(person => vault.Seal(person.Named.PersonId, person.Identity));
        await Append(id, BannedOrganization.Stream.Type, 0, facts, DemoClients.CaseOfficer, [.. identities]);
        return facts.Count;
    }

    private async Task<int> List(IReadOnlyList<DemoOrganization> plan)
    {
        var listings = plan.SelectMany(organization =>
        {
            var state = DemoOrganization.StateAfter(organization.Facts());
            return organization.Persons.Select(person => new DemoListing(person, state));
        }).Where(listing => listing.Length > 0).ToList();
        var added = 0;
        foreach (var series in listings.GroupBy(listing => (listing.Region, listing.Year)))
        {
            var missing = new List<DemoListing>();
            foreach (var listing in series)
            {
                if ((await log.Load(listing.Id)).Version == 0)
                {
                    missing.Add(listing);
                }
                else
                {
                    added += await Continue(listing, number: "");
                }
            }

            var drawn = missing.Count == 0 ? [] : await numbers.Next(series.Key.Region, series.Key.Year, missing.Count);
            await Parallel.ForEachAsync(missing.Zip(drawn), Together, async (pair, _) =>
                Interlocked.Add(ref added, await Continue(pair.First, pair.Second)));
        }

        return added;
    }

    /// <summary>The steps that the stream does not have yet.</summary>
    private async Task<int> Continue(DemoListing listing, string number)
    {
        var stream = await log.Load(listing.Id);
        var state = stream.Fold(Listing.Initial, Listing.Evolve);
        var version = stream.Version;
        foreach (var step in listing.Steps(number).Skip((int)version))
        {
            var facts = step.Decide(state).Facts();
            await Append(listing.Id, Listing.Stream.Type, version, facts, step.By, []);
            state = facts.Aggregate(state, Listing.Evolve);
            version += facts.Count;
        }

        return (int)(version - stream.Version);
    }

    private async Task Append(
        Guid stream, string type, long version, IReadOnlyList<IEvent> facts, ClerkId by, IReadOnlyList<SideRow> sideRows)
    {
        var request = new AppendRequest(
            [new StreamAppend(stream, type, version, [.. facts.Select(fact => new NewEvent(Guid.CreateVersion7(), fact))])], by.Value)
        {
            SideRows = sideRows,
        };
        if (await log.Append(request) is not AppendResult.Appended)
        {
            throw new StartProblem("Another demo is filling this registry at the same time: let it finish.");
        }
    }
}
