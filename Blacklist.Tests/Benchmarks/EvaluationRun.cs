using System.Diagnostics;
using System.Runtime.CompilerServices;
using Blacklist.Api.CommandLine;
using Blacklist.Api.Demo;
using Blacklist.Api.Eligibility;
using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.Eligibility.Index.Loading;
using Blacklist.Api.Eligibility.Lane;
using Blacklist.Api.Reference;
using Blacklist.Api.Rules;
using Blacklist.Api.Vault;
using Blacklist.Api.Vault.Keys;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Listings.InForce;
using Blacklist.Domain.Names;
using Blacklist.Domain.OrganizationNames;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;
using Blacklist.Domain.Rules;
using Blacklist.Tests.Benchmarks.Registers;
using Npgsql;

namespace Blacklist.Tests.Benchmarks;

/// <summary>A check without HTTP and without its record: what finding candidates, judging them and writing the answer cost on one core.</summary>
internal static class EvaluationRun
{
    private const int Checks = 4_000;

    public static Task<int> Run(string[] words)
    {
        var options = new Options("evaluation", words, ["--listings"], []);
        var sizes = options.Has("--listings") ? options.List("--listings").Select(int.Parse) : [1_000, 100_000, 1_000_000];
        Console.WriteLine(Machine.Describe());
        Console.WriteLine("| listings | filled in s | MB | bytes a listing | applicant | µs | bytes allocated | answer bytes |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | --- | ---: | ---: | ---: |");
        foreach (var listings in sizes)
        {
            var (index, seconds, memory) = Filled(listings);
            var evaluator = new CheckEvaluator(index, RegionsFile.Read(), TimeProvider.System);
            Measure("listed", Enumerable.Range(0, Checks).Select(check => InventedPersons.Listed(check * 20 % listings)));
            Measure("not listed", Enumerable.Range(0, Checks).Select(InventedPersons.Unlisted));

            void Measure(string applicant, IEnumerable<SyntheticPerson> asked)
            {
                var checks = asked.Select(Pending).ToList();
                var (micros, bytes, answer) = Run(evaluator, checks);
                Console.WriteLine($"| {listings:N0} | {seconds:0.0} | {memory >> 20:N0} | {memory / listings:N0} | {applicant} | {micros:N1} | {bytes:N0} | {answer:N0} |");
            }
        }

        return Task.FromResult(0);
    }

    /// <summary>What the index itself keeps of them, in bytes; nothing it was filled from is counted.</summary>
    private static (EligibilityIndex Index, double Seconds, long Memory) Filled(int listings)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (index, seconds) = Made(listings);
        return (index, seconds, GC.GetTotalMemory(forceFullCollection: true) - before);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (EligibilityIndex Index, double Seconds) Made(int listings)
    {
        var content = Content(listings, out var identities);
        var watch = Stopwatch.StartNew();
        return (Filled(content, identities), watch.Elapsed.TotalSeconds);
    }

    /// <summary>CPU time, the best of several passes.</summary>
    private static (double Micros, long Bytes, double Answer) Run(CheckEvaluator evaluator, List<PendingCheck> checks)
    {
        var (best, allocated, answers) = (double.MaxValue, 0L, 0L);
        for (var pass = 0; pass < 6; pass++)
        {
            answers = 0;
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var begun = Environment.CpuUsage.TotalTime;
            foreach (var check in checks)
            {
                answers += evaluator.Evaluate(check).Answer.Length;
            }

            best = Math.Min(best, (Environment.CpuUsage.TotalTime - begun).TotalMicroseconds / checks.Count);
            allocated = (GC.GetAllocatedBytesForCurrentThread() - bytes) / checks.Count;
        }

        return (best, allocated, (double)answers / checks.Count);
    }

    private static EligibilityIndex Filled(IndexContent content, IReadOnlyDictionary<PersonId, PersonIdentity> identities)
    {
        var index = new EligibilityIndex(new IdentityVault(NpgsqlDataSource.Create("Host=nowhere"), new KeyRing(VaultKeys.Create(DateTimeOffset.UnixEpoch))));
        var catalogue = RulesFile.Read().Select(rule => new RuleAdopted(rule, ClerkId.ReferenceData)).Aggregate(RuleCatalogue.Initial, RuleCatalogue.Evolve);
        index.Start(content, catalogue, identities);
        return index;
    }

    private static IndexContent Content(int count, out Dictionary<PersonId, PersonIdentity> identities)
    {
        identities = new Dictionary<PersonId, PersonIdentity>(count);
        var listings = new ListingIntake(new RecordedLinks([]));
        var organizations = new List<NamedOrganization>();
        var number = 0;
        foreach (var one in InventedPersons.Cases(0, count))
        {
            var organization = one.Organization;
            organizations.Add(new NamedOrganization(organization.Id.Value, [organization.Name], new KnownDispositions(true, []), new PublicEntry(organization.Region, []), RecordedAt: 1));
            foreach (var person in one.Persons)
            {
                var id = new PersonId(Guid.CreateVersion7());
                identities[id] = person.Identity;
                listings.Add(new ListingFacts(
                    new ListingId(Guid.CreateVersion7()), $"{organization.Region}-2026-{number++:000000}", id, Guid.Empty, one.Decision.Kind,
                    one.Decision.DecidedOn, one.Decision.DocumentNumber, person.Part, null, organization.Region, ListingStatus.InForce, false, ListingChanges.None));
            }
        }

        foreach (var (person, identity) in identities)
        {
            listings.Identify(person, identity);
        }

        return new IndexContent(1, [], listings, [], organizations);
    }

    private static PendingCheck Pending(SyntheticPerson person)
    {
        var documents = person.Number is { } number
            ? new[] { IdentityDocument.Parse(DocumentType.ResidentId, number, null, DateOnly.MaxValue).Value! }
            : [];
        var identity = new PersonIdentity(PersonName.Parse(person.Name).Value!, documents, null, null);
        var organization = new Organization(
            OrganizationName.Parse("鄂尔多斯市某某协会").Value!, OrganizationKind.SocialAssociation, false, RegionCode.Parse("150602").Value!);
        var question = new EligibilityQuestion("150600-2026-S-0012", CheckPurpose.Registration, organization, [new Applicant(identity, Position.Founder)]);
        return new PendingCheck(Guid.CreateVersion7(), "benchmark", question, [], [], null, null, []);
    }
}
