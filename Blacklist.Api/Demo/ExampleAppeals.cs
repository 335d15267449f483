using Blacklist.Api.Appeals;
using Blacklist.Api.Demo.Plan;
using Blacklist.Api.EventLog;
using Blacklist.Api.Vault;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using static Blacklist.Api.Demo.Plan.DemoIds;

namespace Blacklist.Api.Demo;

/// <summary>An appeal in every state that an example of the API document needs, by the very commands that the endpoints issue.</summary>
internal sealed class ExampleAppeals(EventStore log, Statements statements, AppealNumbers numbers, AppealTerms terms)
{
    private const string Words = "本人自2025年起已不担任该组织职务，请予核实。 (演示)";

    private static readonly DateOnly Today = DemoPlan.Today;
    private static readonly DateOnly ReceivedOn = new(2026, 11, 2);
    private static readonly DateOnly AdmittedOn = new(2026, 11, 4);
    private static readonly DateOnly HearingOn = new(2026, 11, 19);
    private static readonly Guid Contested = Fixed(82);
    private static readonly Guid Voidable = Fixed(83);
    private static readonly ClerkId Counter = new(DemoClients.ClerkOfOrdos);
    private static readonly ClerkId Administrator = DemoClients.AppealsAdministrator;

    /// <summary>What is there already stays.</summary>
    public async Task Add()
    {
        await Add(91, Contested, AppealKind.Objection, Words, Admit, Assign, Put);
        await Add(92, Contested, AppealKind.Objection, Words);
        await Add(93, Contested, AppealKind.CreditRepair, words: null);
        await Add(94, Contested, AppealKind.Reconsideration, words: null, Admit);
        await Add(95, Contested, AppealKind.Objection, words: null, Admit, Assign);
        await Add(96, Contested, AppealKind.Objection, words: null, Admit, Assign, Invite);
        await Add(97, Voidable, AppealKind.Litigation, Words, Admit, Assign);
        await Add(88, Contested, AppealKind.Objection, words: null, Admit, Assign, Maintain);
        await Add(89, Contested, AppealKind.Objection, words: null, Reject);
        await Add(98, Contested, AppealKind.Objection, words: null, Admit);
    }

    private async Task Add(int example, Guid listingId, AppealKind kind, string? words, params IEnumerable<Action<AppealUnderWay>> steps)
    {
        var id = new AppealId(Fixed(example));
        if ((await log.Load(id.Value)).Version > 0)
        {
            return;
        }

        var stream = await log.Load(listingId);
        var course = new AppealUnderWay(stream.Fold(Listing.Initial, Listing.Evolve));
        var statement = words is null ? (Guid?)null : Fixed(100 + example);
        var number = await numbers.Next(course.Listing.Region, ReceivedOn.Year);
        File(course, id, kind, number, statement);
        foreach (var step in steps)
        {
            step(course);
        }

        await log.Append(new AppendRequest(
            [Appended(id.Value, Appeal.Stream.Type, 0, course.AppealFacts), Appended(listingId, Listing.Stream.Type, stream.Version, course.ListingFacts)],
            Administrator.Value)
        {
            SideRows = statement is { } kept ? statements.Seal(kept, course.Listing.PersonId, words!) : [],
        });
    }

    private void File(AppealUnderWay course, AppealId id, AppealKind kind, string number, Guid? statement)
    {
        var admitBy = terms.Admission(ReceivedOn).Value!;
        course.Take<AppealFiled>(
            FileAppeal.Decide(course.Appeal, course.Listing, new FileAppeal(
                id, number, kind, AppealChannel.InPerson, ReceivedOn, "申诉书 (演示)", statement, admitBy, terms.WarnFrom(admitBy.Due), Counter, Today)),
            (listing, _, fact) => AppealConsequences.OnFiled(listing, fact));
    }

    private void Admit(AppealUnderWay course)
    {
        var decideBy = terms.Decision(AdmittedOn).Value!;
        course.Take<AppealAdmitted>(
            AdmitAppeal.Decide(course.Appeal, new AdmitAppeal(AdmittedOn, decideBy, terms.WarnFrom(decideBy.Due), Administrator, Today)),
            AppealConsequences.OnAdmitted);
    }

    private void Assign(AppealUnderWay course) =>
        course.Take(AssignAppeal.Decide(course.Appeal, course.Listing, new AssignAppeal(Administrator, Administrator)));

    private void Put(AppealUnderWay course) =>
        course.Take(RecordAppealEvidence.Decide(course.Appeal, new RecordAppealEvidence(
            new Evidence("离任证明 (演示)", "演示异议卷第3页"), EvidenceFrom.Person, AdmittedOn, Administrator, Today)));

    private void Maintain(AppealUnderWay course) =>
        course.Take<AppealDecided>(
            DecideAppeal.Decide(course.Appeal, course.Listing, new DecideAppeal(
                Remedy.Maintain, EndsOn: null, Positions: [], "鄂民申决字〔2026〕88号", HearingOn, "原列入决定事实清楚 (演示)", Administrator, Today)),
            (listing, appeal, fact) => AppealConsequences.OnDecided(listing, BannedOrganization.Initial, appeal, fact, Today));

    private void Reject(AppealUnderWay course) =>
        course.Take(RejectAppeal.Decide(course.Appeal, course.Listing, new RejectAppeal(
            AdmittedOn, "鄂民不受字〔2026〕89号", "就同一事由已经作出处理决定 (演示)", Administrator, Today)));

    private void Invite(AppealUnderWay course)
    {
        var told = terms.HearingNotice(AdmittedOn).Value!;
        course.Take(ScheduleHearing.Decide(course.Appeal, new ScheduleHearing(
            HearingOn, "鄂尔多斯市民政局听证室 (演示)", "鄂民听字〔2026〕96号", told.Due.AddDays(1), terms.WarnFrom(HearingOn), Administrator)));
    }

    private static StreamAppend Appended(Guid stream, string type, long version, IReadOnlyList<IEvent> facts) =>
        new(stream, type, version, [.. facts.Select(fact => new NewEvent(Guid.CreateVersion7(), fact))]);
}

/// <summary>An appeal and its listing, with the facts that came to them.</summary>
internal sealed class AppealUnderWay(Listing listing)
{
    public Appeal Appeal { get; private set; } = Appeal.Initial;

    public Listing Listing { get; private set; } = listing;

    public List<IEvent> AppealFacts { get; } = [];

    public List<IEvent> ListingFacts { get; } = [];

    public void Take(Outcome decided)
    {
        foreach (var fact in decided.Facts())
        {
            AppealFacts.Add(fact);
            Appeal = Appeal.Evolve(Appeal, fact);
        }
    }

    public void Take<TFact>(Outcome decided, Func<Listing, Appeal, TFact, Outcome> follow)
        where TFact : IEvent
    {
        var before = Appeal;
        Take(decided);
        foreach (var fact in follow(Listing, before, (TFact)AppealFacts[^1]).Facts())
        {
            ListingFacts.Add(fact);
            Listing = Listing.Evolve(Listing, fact);
        }
    }
}
