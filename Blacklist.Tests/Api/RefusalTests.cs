using System.Net;
using System.Text.Json.Nodes;
using Blacklist.Tests.Vault;

namespace Blacklist.Tests.Api;

/// <summary>Every refusal of every command, met on its way over HTTP.</summary>
public sealed class RefusalTests(RefusalTests.Fresh fresh) : IClassFixture<RefusalTests.Fresh>
{
    /// <summary>An organization that is not recorded is not there: 404 comes first. An empty source is a wrong field: 422 comes first.</summary>
    private static readonly string[] Unreachable = ["RecordDisposition organization_not_recorded", "DraftRule rule_without_source"];

    private const string Name = "吴用";
    private const string LongAgo = "2026-01-05";
    private const string Ahead = "2026-11-30";

    private static readonly Dictionary<string, Func<RegistryNode, Story, Task<ApiAnswer>>> Ways = new()
    {
        ["RecordBannedOrganization organization_kind_missing"] = (_, story) =>
            story.Officer.Post(Story.Organizations, new JsonObject { ["name"] = "某某研究会", ["region"] = "150602" }),

        ["RecordDisposition persons_only_with_ban_or_revocation"] = async (_, story) =>
            await story.Dispose(await story.RecordOrganization(), With(Story.ABan(Story.APerson(Name, null)), "kind", "persuadedToDisband")),
        ["RecordDisposition disposition_in_future"] = async (_, story) =>
            await story.Dispose(await story.RecordOrganization(), With(Story.ABan(), "decidedOn", Ahead)),
        ["RecordDisposition disposition_number_used"] = async (_, story) =>
        {
            var organization = await story.RecordOrganization();
            await story.Ban(organization);
            return await story.Dispose(organization, Story.ABan());
        },

        ["AttachPaper paper_file_full"] = async (_, story) =>
        {
            var organization = await story.RecordOrganization();
            foreach (var number in Enumerable.Range(0, 100))
            {
                (await story.Attach(organization, Scans.Pdf($"{number}"))).ShouldBe(HttpStatusCode.Created);
            }

            return await story.Attach(organization, Scans.Pdf("100"));
        },

        ["AnnulDisposition disposition_unknown"] = async (_, story) =>
            await story.AnnulDisposition(await story.RecordOrganization(), Guid.Empty.ToString()),
        ["AnnulDisposition annulment_before_decision"] = (_, story) => AnnulBan(story, LongAgo),
        ["AnnulDisposition annulment_in_future"] = (_, story) => AnnulBan(story, Ahead),

        ["PublishDisposition disposition_unknown"] = async (_, story) => await story.Publish(await story.RecordOrganization(), Guid.Empty.ToString()),
        ["PublishDisposition disposition_kind_not_public"] = async (_, story) =>
        {
            var organization = await story.RecordOrganization();
            var persuaded = await story.Dispose(organization, With(Story.ABan(), "kind", "persuadedToDisband"));
            return await story.Publish(organization, persuaded["dispositionId"]!);
        },
        ["PublishDisposition disposition_void"] = async (_, story) =>
        {
            var (organization, ban, _) = await Banned(story);
            (await story.AnnulDisposition(organization, ban)).ShouldBe(HttpStatusCode.OK);
            return await story.Publish(organization, ban, "2026-06-02");
        },
        ["PublishDisposition publication_before_disposition"] = (_, story) => WithBan(story, (o, ban) => story.Publish(o, ban, LongAgo)),
        ["PublishDisposition publication_in_future"] = (_, story) => WithBan(story, (o, ban) => story.Publish(o, ban, Ahead)),
        ["DemandWithdrawal disposition_unknown"] = async (_, story) => await story.DemandWithdrawal(await story.RecordOrganization(), Guid.Empty.ToString()),
        ["DemandWithdrawal disposition_not_public"] = (_, story) => WithBan(story, (o, ban) => story.DemandWithdrawal(o, ban)),
        ["DemandWithdrawal change_before_disposition"] = (_, story) => WithPublication(story, (o, ban) => story.DemandWithdrawal(o, ban, LongAgo)),
        ["DemandWithdrawal change_in_future"] = (_, story) => WithPublication(story, (o, ban) => story.DemandWithdrawal(o, ban, Ahead)),
        ["WithdrawPublication disposition_unknown"] = async (_, story) => await story.Withdraw(await story.RecordOrganization(), Guid.Empty.ToString()),
        ["WithdrawPublication disposition_not_public"] = (_, story) => WithBan(story, (o, ban) => story.Withdraw(o, ban)),
        ["WithdrawPublication withdrawal_before_publication"] = (_, story) => WithPublication(story, (o, ban) => story.Withdraw(o, ban, "2026-03-08")),
        ["WithdrawPublication publication_withdrawal_in_future"] = (_, story) => WithPublication(story, (o, ban) => story.Withdraw(o, ban, Ahead)),

        ["ProposeListing responsible_person_unknown"] = async (_, story) => await story.Propose(await story.RecordOrganization(), Guid.Empty.ToString()),
        ["ProposeListing disposition_void"] = async (_, story) =>
        {
            var (organization, ban, person) = await Banned(story);
            (await story.AnnulDisposition(organization, ban)).ShouldBe(HttpStatusCode.OK);
            return await story.Propose(organization, person);
        },
        ["ProposeListing listing_closed"] = async (_, story) =>
        {
            var (organization, _, person) = await Banned(story);
            var listing = (await story.Propose(organization, person))["id"]!;
            await story.ServeNotice(listing);
            await story.Decide(listing);
            await story.Annul(listing);
            return await story.Propose(organization, person);
        },

        ["ProposeListing person_erased"] = async (_, story) =>
        {
            var (organization, _, person) = await Banned(story);
            var listing = (await story.Propose(organization, person))["id"]!;
            await story.ServeNotice(listing);
            (await story.Decide(listing, "drop")).ShouldBe(HttpStatusCode.OK);
            (await PersonRefusals.Erase(story, listing)).ShouldBe(HttpStatusCode.OK);
            return await story.Propose(organization, person);
        },
        ["ProposeListing intended_rule_unknown"] = async (_, story) => await ProposeUnder(story, "no-such-rule"),
        ["ProposeListing intended_rule_does_not_apply"] = async (_, story) => await ProposeUnder(story, "foundation-regulation-23"),

        ["RecordServiceAttempt listing_not_proposed"] = async (_, story) => await story.AttemptService(await story.Noticed(Name, null)),
        ["RecordServiceAttempt notice_before_disposition"] = async (_, story) => await story.AttemptService(await story.Proposed(Name, null), on: LongAgo),
        ["RecordServiceAttempt notice_in_future"] = async (_, story) => await story.AttemptService(await story.Proposed(Name, null), on: Ahead),

        ["ServeNotice notice_without_facts_and_grounds"] = async (_, story) =>
        {
            var (organization, _, person) = await Banned(story);
            var proposal = await story.Officer.Post(Story.Listings, new JsonObject { ["bannedOrganizationId"] = organization, ["responsiblePersonId"] = person });
            return await story.ServeNotice(proposal["id"]!);
        },
        ["ServeNotice service_not_refused"] = async (_, story) => await story.ServeNotice(await story.Proposed(Name, null), method: "lien"),
        ["ServeNotice person_not_unreachable"] = async (_, story) => await story.ServeNotice(await story.Proposed(Name, null), method: "publicNotice"),
        ["ServeNotice listing_not_proposed"] = async (_, story) => await story.ServeNotice(await story.Noticed(Name, null), "2026-03-10"),
        ["ServeNotice notice_before_disposition"] = async (_, story) => await story.ServeNotice(await story.Proposed(Name, null), LongAgo),
        ["ServeNotice notice_in_future"] = async (_, story) => await story.ServeNotice(await story.Proposed(Name, null), Ahead),

        ["RecordStatement notice_not_served"] = async (_, story) => await story.RecordStatement(await story.Proposed(Name, null)),
        ["RecordStatement statement_already_answered"] = async (_, story) =>
        {
            var listing = await story.Noticed(Name, null);
            (await story.RecordStatement(listing, kind: "answered")).ShouldBe(HttpStatusCode.OK);
            return await story.RecordStatement(listing, kind: "waived");
        },
        ["RecordStatement statement_before_notice"] = async (_, story) => await story.RecordStatement(await story.Noticed(Name, null), LongAgo),
        ["RecordStatement statement_in_future"] = async (_, story) => await story.RecordStatement(await story.Noticed(Name, null), Ahead),

        ["DecideListing notice_not_served"] = async (_, story) => await story.Decide(await story.Proposed(Name, null)),
        ["DecideListing same_person_proposed"] = async (node, story) =>
        {
            var both = node.As(ApiClientSamples.Both);
            return await story.Decide(await story.Noticed(Name, null, by: both), by: both);
        },
        ["DecideListing statement_period_running"] = async (_, story) => await story.Decide(await story.Noticed(Name, null), on: "2026-03-16"),
        ["DecideListing decision_before_notice"] = async (_, story) => await story.Decide(await story.Noticed(Name, null), on: LongAgo),
        ["DecideListing decision_in_future"] = async (_, story) => await story.Decide(await story.Noticed(Name, null), on: Ahead),
        ["DecideListing disposition_void"] = async (_, story) =>
        {
            var (organization, ban, person) = await Banned(story);
            var listing = (await story.Propose(organization, person))["id"]!;
            (await story.ServeNotice(listing)).ShouldBe(HttpStatusCode.OK);
            (await story.AnnulDisposition(organization, ban)).ShouldBe(HttpStatusCode.OK);
            return await story.Decide(listing);
        },
        ["DecideListing listing_already_decided"] = async (_, story) => await story.Decide(await story.Listed(Name, null), "drop"),

        ["AnnulListing listing_not_in_force"] = async (_, story) => await story.Annul(await story.Noticed(Name, null)),
        ["AnnulListing annulment_before_decision"] = async (_, story) => await story.Annul(await story.Listed(Name, null), LongAgo),
        ["AnnulListing annulment_in_future"] = async (_, story) => await story.Annul(await story.Listed(Name, null), Ahead),

        ["SuspendListing listing_not_in_force"] = async (_, story) => await story.Suspend(await story.Noticed(Name, null)),
        ["SuspendListing suspension_before_decision"] = async (_, story) => await story.Suspend(await story.Listed(Name, null), LongAgo),
        ["SuspendListing suspension_ends_before_it_begins"] = async (_, story) =>
            await story.Suspend(await story.Listed(Name, null), until: "2026-10-31"),
        ["SuspendListing suspension_overlaps"] = async (_, story) => await story.Suspend(await Suspended(story), from: "2026-11-02"),

        ["ResumeListing listing_not_in_force"] = async (_, story) => await story.Resume(await story.Noticed(Name, null)),
        ["ResumeListing listing_not_suspended"] = async (_, story) => await story.Resume(await story.Listed(Name, null)),

        ["VaryListing listing_not_in_force"] = async (_, story) => await story.Vary(await story.Noticed(Name, null), "2027-06-30"),
        ["VaryListing variation_without_content"] = async (_, story) => await story.Vary(await story.Listed(Name, null), null),
        ["VaryListing variation_before_decision"] = async (_, story) => await story.Vary(await story.Listed(Name, null), "2027-06-30", from: LongAgo),
        ["VaryListing variation_in_future"] = async (_, story) => await story.Vary(await story.Listed(Name, null), "2027-06-30", from: Ahead),
        ["VaryListing variation_ends_before_it_begins"] = async (_, story) => await story.Vary(await story.Listed(Name, null), "2026-10-31"),
        ["VaryListing variation_to_detriment"] = async (_, story) =>
        {
            var listing = await story.Listed(Name, null);
            (await story.Vary(listing, "2027-06-30")).ShouldBe(HttpStatusCode.OK);
            return await story.Vary(listing, "2027-07-01");
        },

        ["WaiveListing listing_not_in_force"] = async (_, story) => await story.Waive(await story.Noticed(Name, null), "某某协会"),
        ["WaiveListing waiver_without_organization"] = async (_, story) => await story.Waive(await story.Listed(Name, null)),
        ["WaiveListing waiver_before_decision"] = async (_, story) => await Waive(await story.Listed(Name, null), story, LongAgo, null),
        ["WaiveListing waiver_ends_before_it_begins"] = async (_, story) => await Waive(await story.Listed(Name, null), story, Ahead, "2026-11-29"),

        ["WithdrawWaiver listing_not_in_force"] = async (_, story) => await story.WithdrawWaiver(await story.Noticed(Name, null), Guid.Empty.ToString()),
        ["WithdrawWaiver waiver_unknown"] = async (_, story) => await story.WithdrawWaiver(await story.Listed(Name, null), Guid.Empty.ToString()),
        ["WithdrawWaiver withdrawal_before_waiver"] = async (_, story) =>
        {
            var listing = await story.Listed(Name, null);
            return await story.WithdrawWaiver(listing, (await story.Waive(listing, "某某协会"))["waiverId"]!, "2026-10-31");
        },

        ["RepairListing listing_not_in_force"] = async (_, story) => await story.Repair(await story.Noticed(Name, null)),
        ["RepairListing repair_before_decision"] = async (_, story) => await story.Repair(await story.Listed(Name, null), LongAgo),
        ["RepairListing repair_in_future"] = async (_, story) => await story.Repair(await story.Listed(Name, null), Ahead),

        ["ResumeCaller caller_resumes_itself"] = async (node, _) =>
        {
            await node.Database.Owner.Execute("INSERT INTO security.daily_use VALUES ('administrator-000000', '2026-11-21', '{000000}', 1, 0, 0) ON CONFLICT DO NOTHING");
            return await node.As(ApiClientSamples.Administrator).Post("/api/v1/callers/administrator-000000/resumption", new JsonObject { ["reason"] = "自行解除" });
        },
    };

    public static TheoryData<string> Known => [.. AllWays.Keys];

    private static Dictionary<string, Func<RegistryNode, Story, Task<ApiAnswer>>> AllWays =>
        Ways.Concat(PersonRefusals.Ways).Concat(RuleRefusals.Ways).Concat(AppealRefusals.Ways).Concat(EffectRefusals.Ways).ToDictionary();

    [Theory]
    [MemberData(nameof(Known))]
    public async Task It_is_refused_with_its_code(string refusal) =>
        (await AllWays[refusal](fresh.Node, fresh.Node.Story)).ShouldBeRefused(HttpStatusCode.Conflict, refusal.Split(' ')[1]);

    [Fact]
    public void Every_refusal_there_is_is_met_here() =>
        AllWays.Keys.Concat(Unreachable).ShouldBe(
            Commands.OverHttp.SelectMany(command => Commands.Refusals(command).Select(refusal => $"{command.Name} {refusal.Code}")), ignoreOrder: true);

    [Fact]
    public async Task Persuasion_opens_no_listing()
    {
        var story = fresh.Node.Story;
        var organization = await story.RecordOrganization();
        var persuaded = await story.Dispose(organization, With(Story.ABan(), "kind", "persuadedToDisband"));

        persuaded.ShouldBe(HttpStatusCode.Created).Body["responsiblePersons"]!.AsArray().ShouldBeEmpty();
        (await story.Propose(organization, persuaded["dispositionId"]!)).ShouldBeRefused(HttpStatusCode.Conflict, "responsible_person_unknown");
    }

    [Fact]
    public async Task A_waived_statement_ends_the_period_early()
    {
        var story = fresh.Node.Story;
        var listing = await story.Noticed(Name, null);
        (await story.RecordStatement(listing)).ShouldBe(HttpStatusCode.OK);

        (await story.Decide(listing, on: "2026-03-10")).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<ApiAnswer> ProposeUnder(Story story, string rule)
    {
        var (organization, _, person) = await Banned(story);
        return await story.Officer.Post(Story.Listings, new JsonObject
        {
            ["bannedOrganizationId"] = organization,
            ["responsiblePersonId"] = person,
            ["intendedRules"] = new JsonArray(rule),
        });
    }

    private static async Task<string> Suspended(Story story)
    {
        var listing = await story.Listed(Name, null);
        (await story.Suspend(listing)).ShouldBe(HttpStatusCode.OK);
        return listing;
    }

    private static Task<ApiAnswer> Waive(string listing, Story story, string from, string? until) =>
        story.Change(listing, "waiver", new JsonObject { ["organizations"] = new JsonArray("某某协会"), ["from"] = from, ["until"] = until });

    private static async Task<ApiAnswer> AnnulBan(Story story, string on)
    {
        var (organization, ban, _) = await Banned(story);
        return await story.AnnulDisposition(organization, ban, on);
    }

    private static async Task<ApiAnswer> WithBan(Story story, Func<string, string, Task<ApiAnswer>> then)
    {
        var (organization, ban, _) = await Banned(story);
        return await then(organization, ban);
    }

    private static Task<ApiAnswer> WithPublication(Story story, Func<string, string, Task<ApiAnswer>> then) => WithBan(story, async (organization, ban) =>
    {
        (await story.Publish(organization, ban)).ShouldBe(HttpStatusCode.OK);
        return await then(organization, ban);
    });

    private static async Task<(string Organization, string Ban, string Person)> Banned(Story story)
    {
        var organization = await story.RecordOrganization();
        var ban = (await story.Dispose(organization, Story.ABan(Story.APerson(Name, null)))).ShouldBe(HttpStatusCode.Created);
        return (organization, ban["dispositionId"]!, ban.Body["responsiblePersons"]![0]!["responsiblePersonId"]!.ToString());
    }

    private static JsonObject With(JsonObject body, string field, string value)
    {
        body[field] = value;
        return body;
    }

    public sealed class Fresh : IAsyncLifetime
    {
        internal RegistryNode Node { get; private set; } = null!;

        public async Task InitializeAsync() => Node = await RegistryNode.Start();

        public async Task DisposeAsync() => await Node.DisposeAsync();
    }
}
