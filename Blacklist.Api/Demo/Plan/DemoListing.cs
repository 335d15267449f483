using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Listings.InForce;
using Blacklist.Domain.OrganizationNames;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Demo.Plan;

/// <summary>The listing of one person, step by step, by the very commands that the endpoints issue.</summary>
internal sealed class DemoListing(DemoPerson person, BannedOrganization organization)
{
    public Guid Id => ProposeListing.ListingOf(person.Named.ResponsiblePersonId).Value;

    public RegionCode Region => organization.Region;

    /// <summary>Of the proposal.</summary>
    public int Year => person.Dates.Notice.Year;

    /// <summary>How many facts the listing has when all is done.</summary>
    public int Length => Steps("").Count;

    /// <summary>One fact each; a step at place n is due when the stream has n facts.</summary>
    public IReadOnlyList<DemoStep> Steps(string number) => person.Fate switch
    {
        Fate.NotProposed => [],
        Fate.Proposed => [Propose(number)],
        Fate.NoticeServed => [Propose(number), Notice],
        Fate.Answered => [Propose(number), Notice, Answer],
        Fate.Dropped => [Propose(number), Notice, Answer, Decide(ListingDecision.Drop)],
        Fate.Suspended => [Propose(number), Notice, Decide(ListingDecision.Enter), Suspend],
        Fate.Waived => [Propose(number), Notice, Decide(ListingDecision.Enter), Waive],
        Fate.Repaired => [Propose(number), Notice, Decide(ListingDecision.Enter), Repair],
        Fate.Annulled => [Propose(number), Notice, Decide(ListingDecision.Enter), Annul],
        _ => [Propose(number), Notice, Decide(ListingDecision.Enter)],
    };

    private DemoStep Propose(string number) => new(DemoClients.CaseOfficer, listing =>
        ProposeListing.Decide(listing, organization, RuleCatalogue.Initial, new(
            number, person.Named.ResponsiblePersonId, "决定书载明其责任 (演示)", "系被取缔组织的直接责任人 (演示)",
            [new Evidence("现场检查笔录 (演示)", $"演示卷〔{Year}〕第1页")], IntendedRules: [], DemoClients.CaseOfficer)));

    private DemoStep Notice => new(DemoClients.CaseOfficer, listing => ServeNotice.Decide(listing, new(
        person.Dates.Notice, AnnouncedOn: null, ServiceMethod.Direct, $"演示送达回证〔{Year}〕", Facts: null, Grounds: null,
        person.Dates.StatementPeriod, DemoClients.CaseOfficer, DemoPlan.Today)));

    private DemoStep Answer => new(DemoClients.CaseOfficer, listing => RecordStatement.Decide(listing, new(
        StatementKind.Answered, person.Dates.Notice.AddDays(1), $"演示陈述申辩书〔{Year}〕", DemoClients.CaseOfficer, DemoPlan.Today)));

    private DemoStep Decide(ListingDecision decision) => new(DemoClients.Approver, listing => DecideListing.Decide(listing, organization, new(
        decision, $"演示列字〔{Year}〕", person.Dates.Decision, decision == ListingDecision.Enter ? "事实清楚, 程序完备 (演示)" : "责任证据不足 (演示)",
        DemoClients.Approver, DemoPlan.Today)));

    private DemoStep Suspend => new(DemoClients.Approver, listing => SuspendListing.Decide(listing, new(
        person.Dates.Decision.AddDays(1), Until: null, $"演示中止字〔{Year}〕", "行政复议期间停止执行 (演示)", DemoClients.Approver)));

    private DemoStep Waive => new(DemoClients.Approver, listing => WaiveListing.Decide(listing, new(
        ExamplePlan.Waiver, [OrganizationName.Parse("演示·东胜区某某老年书画协会").Value!], person.Dates.Decision.AddDays(1), Until: null,
        $"演示豁字〔{Year}〕", "原登记组织换届 (演示)", DemoClients.Approver)));

    private DemoStep Repair => new(DemoClients.Approver, listing => RepairListing.Decide(listing, new(
        person.Dates.Decision.AddDays(10), $"演示修字〔{Year}〕", "已退还全部会费 (演示)", DemoClients.Approver, DemoPlan.Today)));

    private DemoStep Annul => new(DemoClients.Approver, listing => AnnulListing.Decide(listing, new(
        $"演示撤字〔{Year}〕", person.Dates.Annulment, "复核认定责任有误 (演示)", DemoClients.Approver, DemoPlan.Today)));
}

/// <param name="By">The demo client that takes the step.</param>
internal sealed record DemoStep(ClerkId By, Func<Listing, Outcome> Decide);
