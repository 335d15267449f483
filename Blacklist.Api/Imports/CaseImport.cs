using System.Text;
using Blacklist.Api.EventLog;
using Blacklist.Api.Listings;
using Blacklist.Api.Reference;
using Blacklist.Api.Vault;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Imports;

/// <summary>
/// Takes over whole cases: the same commands decide as step by step, in memory because the streams are new, and one append stores
/// the streams of many. Work on the next cases goes on while the log stores the last.
/// </summary>
internal sealed class CaseImport(EventStore log, IdentityVault vault, ListingNumbers numbers, Calendars calendars, Procedure procedure, TimeProvider time)
{
    /// <summary>Enough that a commit is shared by hundreds of listings, few enough that checks do not wait long for it.</summary>
    private const int ListingsAtOnce = 250;

    /// <summary>How often an append is said again whose outcome is not known, or that the log had no room for; a second lies between.</summary>
    private const int Repeated = 30;

    /// <summary>One is stored, one waits, and each core prepares another.</summary>
    private static readonly int UnderWay = 2 + Environment.ProcessorCount;

    /// <param name="by">Who imports; the clerks of each step are in the cases.</param>
    /// <param name="stored">Told after each append how many listings it brought.</param>
    /// <returns>The cases that a command refused, with the reason; all others are stored.</returns>
    public async Task<IReadOnlyList<RefusedCase>> Record(IEnumerable<ImportedCase> cases, ClerkId by, Action<int>? stored = null)
    {
        var refused = new List<RefusedCase>();
        await Parallel.ForEachAsync(Together(cases), new ParallelOptions { MaxDegreeOfParallelism = UnderWay }, async (together, _) =>
        {
            var decided = await Decide(together);
            lock (refused)
            {
                refused.AddRange(decided.Where(one => one.Outcome.Problem is not null).Select(one => new RefusedCase(one.Given, one.Outcome.Problem!)));
            }

            stored?.Invoke(await Store([.. decided.Where(one => one.Outcome.Value is not null)], by));
        });
        return refused;
    }

    private static IEnumerable<List<ImportedCase>> Together(IEnumerable<ImportedCase> cases)
    {
        var together = new List<ImportedCase>();
        var listings = 0;
        foreach (var one in cases)
        {
            together.Add(one);
            listings += one.Persons.Count;
            if (listings >= ListingsAtOnce)
            {
                yield return together;
                (together, listings) = ([], 0);
            }
        }

        if (together.Count > 0)
        {
            yield return together;
        }
    }

    private async Task<List<(ImportedCase Given, Parsed<DecidedCase> Outcome)>> Decide(List<ImportedCase> together)
    {
        var today = LegalDate.At(time.GetUtcNow());
        var terms = await ProcedureTerms.Now(calendars, procedure);
        var decided = new List<(ImportedCase, Parsed<DecidedCase>)>(together.Count);
        foreach (var ofRegion in together.GroupBy(one => one.Organization.Region))
        {
            var drawn = await numbers.Next(ofRegion.Key, today.Year, ofRegion.Sum(one => one.Persons.Count));
            var next = 0;
            foreach (var one in ofRegion)
            {
                var own = drawn.Skip(next).Take(one.Persons.Count).ToList();
                next += own.Count;
                decided.Add((one, DecidedCase.Decide(one, own, terms.StatementPeriod, today)));
            }
        }

        return decided;
    }

    private async Task<int> Store(IReadOnlyList<(ImportedCase Given, Parsed<DecidedCase> Outcome)> decided, ClerkId by)
    {
        if (decided.Count == 0)
        {
            return 0;
        }

        var request = new AppendRequest([.. decided.SelectMany(one => one.Outcome.Value!.Streams)], by.Value)
        {
            SideRows =
            [
                .. decided.SelectMany(one => one.Given.Persons.Zip(one.Outcome.Value!.Persons))
                    .SelectMany(pair => vault.Seal(pair.Second.PersonId, pair.First.Identity)),
            ],
            Answer = Once(decided[0].Given, by),
        };
        await Append(request);
        return decided.Sum(one => one.Given.Persons.Count);
    }

    /// <summary>Under this key the log stores what is said twice once.</summary>
    private KeyedAnswer Once(ImportedCase first, ClerkId by)
    {
        var together = $"import {first.Organization.Id.Value}";
        return new KeyedAnswer(by.Value, vault.Mac(together), vault.Mac(Encoding.UTF8.GetBytes(together)), StatusCodes.Status201Created, Location: null, Body: []);
    }

    private async Task Append(AppendRequest request)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                if (await log.Append(request) is AppendResult.Appended or AppendResult.AlreadyAnswered)
                {
                    return;
                }

                throw new InvalidOperationException("An imported case has the id of an organization that is recorded already.");
            }
            catch (Exception failure) when (failure is OutcomeUnknownException or LogOverloadedException && tries < Repeated)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), time);
            }
        }
    }
}

/// <summary>A case of which nothing was stored.</summary>
internal sealed record RefusedCase(ImportedCase Case, Refusal Refusal);
