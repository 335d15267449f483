using Blacklist.Api.Letters;
using Blacklist.Api.Letters.Writing;
using Blacklist.Api.Reference;
using Blacklist.Api.Rules;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Letters;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Listings.InForce;
using Blacklist.Domain.Names;
using Blacklist.Domain.OrganizationNames;
using Blacklist.Domain.Persons;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;
using Blacklist.Domain.Rules;
using Microsoft.Extensions.Configuration;

namespace Blacklist.Tests.Contracts;

/// <summary>One case with all that can happen to it, and the letters that it comes to.</summary>
internal static class LetterSamples
{
    private static readonly ClerkId Officer = new("officer-150600");
    private static readonly ClerkId Approver = new("approver-150600");
    private static readonly BannedOrganizationId Organization = new(new Guid("0a000000-0000-7000-8000-000000000001"));
    private static readonly Guid Ban = new("0a000000-0000-7000-8000-000000000002");
    private static readonly ListingId Listing = new(new Guid("0a000000-0000-7000-8000-000000000003"));
    private static readonly PersonId Person = new(new Guid("0a000000-0000-7000-8000-000000000004"));
    private static readonly AppealId Appeal = new(new Guid("0a000000-0000-7000-8000-000000000005"));
    private static readonly RegionCode Dongsheng = RegionCode.Parse("150602").Value!;
    private static readonly DateOnly BannedOn = new(2026, 9, 15);

    public static readonly PersonIdentity Zhang = new(
        PersonName.Parse("张某某").Value!, [IdentityDocument.Parse(DocumentType.ResidentId, ResidentIds.Zhang, null, DateOnly.MaxValue).Value!], null, null);

    /// <summary>The text of every place in a letter that somebody typed.</summary>
    public const string Typed = "以研究会名义收取会费，制作印章。\n会员大会记录载明其为主要组织者 <b>&\"'";

    private static readonly IEvent[] Organized =
    [
        new BannedOrganizationRecorded(
            Organization, "鄂尔多斯市某某国学文化研究会", [], null, UnlawfulKind.Unregistered, null, 4, Dongsheng, null, null),
        new DispositionRecorded(Organization, Ban, DispositionKind.Banned, "鄂民取字〔2026〕1号", BannedOn, "鄂尔多斯市民政局", null),
    ];

    public static readonly ListingProposed Proposed = new(
        Listing, "150602-2026-000001", Organization, Person, Part.PersonInCharge, IdentifiedBy.Document, Ban, DispositionKind.Banned, BannedOn,
        "鄂民取字〔2026〕1号", null, Dongsheng, Typed, "系被取缔组织的负责人，对非法活动负有直接责任。",
        [new Evidence("现场检查笔录", "卷一第12页"), new Evidence("会费收据", "卷一第30页")], [], Officer);

    public static readonly NoticeServed Noticed = new(
        Listing, new DateOnly(2026, 9, 25), null, ServiceMethod.Direct, "送达回证〔2026〕12号", Proposed.Facts!, Proposed.Grounds!, Until(new DateOnly(2026, 9, 25)), Officer);

    private static readonly StatementRecorded Answered = new(Listing, StatementKind.Answered, new DateOnly(2026, 9, 29), "陈述申辩书1号", Officer);

    private static readonly ListingEntered Entered = new(
        Listing, "鄂民列字〔2026〕1号", new DateOnly(2026, 10, 16), "陈述申辩不改变其为该组织负责人的事实。取缔决定和会员大会记录相互印证。", Approver);

    private static readonly ListingDropped Dropped = new(
        Listing, "鄂民不列字〔2026〕1号", new DateOnly(2026, 10, 16), "陈述申辩成立：其在取缔决定所认定的活动开始以前已经退出该组织。", Approver);

    private static readonly ListingRepaired Repaired = new(
        Listing, new DateOnly(2027, 3, 1), "鄂民修字〔2027〕1号", "已退还全部会费，协助注销账号和印章，一年内没有再次参与非法社会组织活动。", Approver);

    private static readonly AppealFiled Filed = new(
        Appeal, "150602-2026-A000001", AppealKind.Objection, Listing, Dongsheng, AppealChannel.Post, new DateOnly(2026, 11, 2), "异议申请书1号", null,
        Until(new DateOnly(2026, 11, 2)), new DateOnly(2026, 11, 6), Officer);

    private static readonly AppealAdmitted Admitted = new(
        Appeal, new DateOnly(2026, 11, 4), Until(new DateOnly(2026, 11, 4)), new DateOnly(2026, 11, 9), Officer);

    private static readonly AppealDecided Varied = new(
        Appeal, Remedy.Vary, new DateOnly(2028, 9, 15), [Position.PersonInCharge], "鄂民申决字〔2026〕1号", new DateOnly(2026, 11, 18),
        "其参与时间短，已主动退还会费，限制期限和范围应当缩减。", Approver);

    private static readonly AppealRejected Rejected = new(
        Appeal, new DateOnly(2026, 11, 4), "鄂民不受字〔2026〕1号", "就同一事由已经作出处理决定，且没有新的事实和理由。", Officer);

    /// <summary>Every letter by the name of its golden file.</summary>
    public static IReadOnlyDictionary<string, Func<Letter?>> All { get; } = new Dictionary<string, Func<Letter?>>
    {
        ["notice-before-service"] = () => Listings().Notice(Case(Proposed)),
        ["notice"] = () => Listings().Notice(Case(Proposed, Noticed)),
        ["notice-announced"] = () => Listings().Notice(Case(Proposed, Noticed with
        {
            Method = ServiceMethod.PublicNotice,
            AnnouncedOn = new DateOnly(2026, 8, 26),
        })),
        ["decision"] = () => Listings().Decision(Case(Proposed, Noticed, Answered, Entered)),
        ["decision-dropped"] = () => Listings().Decision(Case(Proposed, Noticed, Answered, Dropped)),
        ["decision-of-a-site-that-names-no-authority"] = () => Listings(named: false).Decision(Case(Proposed, Noticed, Entered)),
        ["decision-on-an-erased-person"] = () => Listings().Decision(Case(Proposed, Noticed, Answered, Entered) with { Person = null }),
        ["repair"] = () => Listings().Repair(Case(Proposed, Noticed, Answered, Entered, Repaired)),
        ["refusal"] = () => Refusals().Explain(Refused()),
        ["appeal-decision"] = () => Appeals().Decision(
            Case(Proposed, Noticed, Answered, Entered), File(Filed, Admitted, new HearingRecorded(Appeal, new DateOnly(2026, 11, 12), true, "听证笔录1号", Officer), Varied)),
        ["appeal-decision-maintained"] = () => Appeals().Decision(
            Case(Proposed, Noticed, Answered, Entered), File(Filed, Admitted, Varied with { Remedy = Remedy.Maintain, Reasons = "原列入决定事实清楚，程序合法。" })),
        ["appeal-decision-annulled"] = () => Appeals().Decision(
            Case(Proposed, Noticed, Answered, Entered), File(Filed, Admitted, Varied with { Remedy = Remedy.Annul, Reasons = "其不是取缔决定所指的人。" })),
        ["appeal-rejection"] = () => Appeals().Rejection(Case(Proposed, Noticed, Answered, Entered), File(Filed, Rejected)),
    };

    public static ListingLetters Listings(bool named = true) => new(Known(named), Words, ProcedureFile.Read());

    public static AppealLetters Appeals() => new(Listings());

    public static CaseFile Case(params IEvent[] facts) => new(
        facts.Aggregate(ListingFile.Empty, ListingFile.Evolve), Organized.Aggregate(OrganizationFile.Empty, OrganizationFile.Evolve), Rules, Zhang);

    public static AppealFile File(params IEvent[] facts) => facts.Aggregate(AppealFile.Empty, AppealFile.Evolve);

    private static readonly LetterWords Words = new(RegionsFile.Read());

    private static readonly RuleCatalogue Rules = RulesFile.Read().Aggregate(
        RuleCatalogue.Initial, (catalogue, rule) => RuleCatalogue.Evolve(catalogue, new RuleAdopted(rule, ClerkId.ReferenceData)));

    private static RefusalLetters Refusals() => new(Listings(), Known(named: true), Words);

    private static RefusedApplicant Refused() => new(
        new Guid("0a000000-0000-7000-8000-000000000006"), new DateTimeOffset(2026, 11, 20, 2, 0, 0, TimeSpan.Zero), new DateOnly(2026, 11, 20), 4711, 4,
        "150600-2026-S-0012", CheckPurpose.Registration,
        new Organization(OrganizationName.Parse("鄂尔多斯市某某慈善促进会").Value!, OrganizationKind.SocialAssociation, true, RegionCode.Parse("150600").Value!),
        new Applicant(Zhang, Position.PersonInCharge),
        [.. new[] { "charity-law-16-3", "erdos-2018-4-2" }.Select(Ground)]);

    private static RefusalGround Ground(string id)
    {
        var rule = Rules.Find(id)!;
        return new RefusalGround(
            new GivenReason(Verdict.Restricted, Proposed.Number, rule.Id, "", rule.Level, "residentId", new DateOnly(2031, 9, 15), Disputed: true),
            Case(Proposed, Noticed, Answered, Entered));
    }

    private static Authorities Known(bool named) => new(new ConfigurationBuilder().AddInMemoryCollection(named ? Site : []).Build());

    private static readonly Dictionary<string, string?> Site = new()
    {
        ["Letters:Authorities:150600:Name"] = "鄂尔多斯市民政局",
        ["Letters:Authorities:150600:Address"] = "鄂尔多斯市康巴什区某某路1号",
        ["Letters:Authorities:150600:Phone"] = "0477-0000000",
        ["Letters:Authorities:150600:Reconsideration"] = "鄂尔多斯市人民政府",
        ["Letters:Authorities:150600:Court"] = "鄂尔多斯市康巴什区人民法院",
    };

    private static Deadline Until(DateOnly start)
    {
        var calendar = new WorkingDayCalendar("2026-11-21", WorkingDaysFile.Read().Years);
        return calendar.Add(start, ProcedureFile.Read().StatementPeriod).Value!;
    }
}
