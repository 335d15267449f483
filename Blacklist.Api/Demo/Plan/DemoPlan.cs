using Blacklist.Api.Listings;
using Blacklist.Api.Reference;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Demo.Plan;

/// <summary>How far the listing of an invented person goes in the demo.</summary>
internal enum Fate
{
    NotProposed,
    Proposed,
    NoticeServed,
    Answered,
    Dropped,
    InForce,
    Suspended,
    Waived,
    Repaired,
    Annulled,
}

/// <summary>What the demo records: commands and their order, the same in every run. Nothing in it reads a clock.</summary>
internal static class DemoPlan
{
    public const ulong Seed = 20261101;

    /// <summary>The day the story is told on; every date in it lies before.</summary>
    public static readonly DateOnly Today = new(2026, 11, 20);

    public static IReadOnlyList<DemoOrganization> Make(ProcedureTerms terms)
    {
        var persons = new DemoPersons(new SyntheticPersons(NameTables.Read(), Seed), new DemoIds(~Seed), terms);
        var ids = new DemoIds(Seed);
        var published = new PublishedPlan(new AuthorityRegions(RegionsFile.Read()), persons, ids);
        return [.. ExamplePlan.Make(persons), .. published.Make()];
    }
}

/// <summary>An organization with the decisions on it.</summary>
internal sealed record DemoOrganization(RecordBannedOrganization Recording, IReadOnlyList<DemoDecision> Decisions)
{
    public IEnumerable<DemoPerson> Persons => Decisions.SelectMany(decision => decision.Persons);

    /// <summary>Every fact of its stream, as the commands decide.</summary>
    public IReadOnlyList<IEvent> Facts()
    {
        var facts = new List<IEvent>(RecordBannedOrganization.Decide(BannedOrganization.Initial, Recording).Facts());
        foreach (var decision in Decisions)
        {
            facts.AddRange(RecordDisposition.Decide(StateAfter(facts), decision.Command).Facts());
            if (decision.Publication is { } publication)
            {
                facts.AddRange(PublishDisposition.Decide(StateAfter(facts), publication).Facts());
            }
        }

        return facts;
    }

    public static BannedOrganization StateAfter(IEnumerable<IEvent> facts) => facts.Aggregate(BannedOrganization.Initial, BannedOrganization.Evolve);
}

/// <summary>A decision with the persons it names.</summary>
internal sealed record DemoDecision(
    Guid Id, DispositionKind Kind, string DocumentNumber, DateOnly DecidedOn, string Authority, string Grounds, IReadOnlyList<DemoPerson> Persons)
{
    /// <summary>公告, and its day; null for a decision that is not public.</summary>
    public (string Document, DateOnly On)? Announced { get; init; }

    public PublishDisposition? Publication =>
        Announced is { } announced ? new(Id, announced.Document, announced.On, DemoClients.CaseOfficer, DemoPlan.Today) : null;

    public RecordDisposition Command =>
        new(Id, Kind, DocumentNumber, DecidedOn, Authority, Grounds, [.. Persons.Select(person => person.Named)], DemoPlan.Today);
}

/// <summary>An invented person, named by a decision.</summary>
internal sealed record DemoPerson(NamedPerson Named, PersonIdentity Identity, Fate Fate, DemoDates Dates);

/// <summary>When the steps of a listing were taken.</summary>
internal sealed record DemoDates(DateOnly Notice, Deadline StatementPeriod, DateOnly Decision, DateOnly Annulment);

internal static class DemoOutcomes
{
    /// <summary>A plan that is refused is a mistake in the plan.</summary>
    public static IReadOnlyList<IEvent> Facts(this Outcome outcome) => outcome switch
    {
        Outcome.Recorded recorded => recorded.Events,
        Outcome.Refused refused => throw new InvalidOperationException($"The demo's plan is refused: {refused.Refusal.Code}."),
        _ => throw new InvalidOperationException($"The demo's plan comes to {outcome}."),
    };
}
