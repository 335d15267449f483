using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Persons;
using Blacklist.Domain.Regions;
using static Blacklist.Api.Demo.Plan.DemoIds;

namespace Blacklist.Api.Demo.Plan;

/// <summary>
/// Invented organizations, marked 演示: recent bans where rules restrict today, and under fixed ids every state that an example of the
/// API document needs, so that each example works when pasted.
/// </summary>
internal static class ExamplePlan
{
    public const string ListedName = "张三";
    public const string ListedNumber = "70000019851231003X";
    public const string KnownByNameOnly = "李四";

    public static readonly Guid Waiver = Fixed(61);

    private const string Ordos = "鄂尔多斯市民政局";
    private const string Chongqing = "重庆市民政局";

    public static IEnumerable<DemoOrganization> Make(DemoPersons persons)
    {
        var examples = new DemoDecision(Fixed(21), DispositionKind.Banned, "鄂民取字〔2026〕1号", new(2026, 10, 12), Ordos, Grounds, [.. Examples(persons)]);
        var annullable = new DemoDecision(
            Fixed(23), DispositionKind.Banned, "鄂民取字〔2026〕3号", new(2026, 9, 15), Ordos, Grounds,
            [Person(31, "陈九", "70000119680708102", Fate.InForce, persons.Dates(new(2026, 9, 21)))]);
        var changeable = new DemoDecision(
            Fixed(28), DispositionKind.Banned, "鄂民取字〔2026〕8号", new(2026, 10, 12), Ordos, Grounds, [.. Changeable(persons)]);
        return
        [
            Organization(1, "演示·东胜区某某文化促进会", "150602", examples),
            Organization(2, "演示·东胜区某某健康养生协会", "150602"),
            Organization(3, "演示·鄂尔多斯市某某书画联盟", "150600", annullable),
            Recent(4, "演示·准格尔旗某某商会", "150622", Ordos, new(2024, 5, 20), persons),
            Recent(5, "演示·康巴什区某某国学研究院", "150603", Ordos, new(2025, 3, 31), persons),
            Recent(6, "演示·重庆某某企业家联合会", "500000", Chongqing, new(2025, 6, 16), persons),
            Recent(7, "演示·渝中区某某宗亲联谊会", "500103", Chongqing, new(2026, 4, 13), persons),
            Organization(8, "演示·东胜区某某投资促进会", "150602", changeable),
        ];
    }

    private const string Grounds = "未经登记，擅自以社会组织名义开展活动 (演示)";

    /// <summary>Whom the examples of the listing endpoints name, each where that endpoint finds it.</summary>
    private static IEnumerable<DemoPerson> Examples(DemoPersons persons)
    {
        var soon = persons.Dates(new(2026, 10, 19));
        yield return Person(16, ListedName, ListedNumber[..17], Fate.InForce, soon);
        yield return Person(11, "赵六", "70000119700101101", Fate.NotProposed, soon);
        yield return Person(12, "钱七", "70000119710203102", Fate.Proposed, soon);
        yield return Person(13, "孙八", "70000119720304103", Fate.NoticeServed, persons.Dates(new(2026, 11, 2)));
        yield return Person(14, "周十", "70000119730405104", Fate.NoticeServed, persons.Dates(new(2026, 10, 26)));
        yield return Person(15, "吴某甲", "70000119740506105", Fate.InForce, soon);
        yield return Person(17, KnownByNameOnly, null, Fate.InForce, soon);
    }

    /// <summary>… those that change a listing in force, and those of appeals.</summary>
    private static IEnumerable<DemoPerson> Changeable(DemoPersons persons)
    {
        var soon = persons.Dates(new(2026, 10, 19));
        yield return Person(51, "郑某一", "70000119750607101", Fate.Proposed, soon);
        yield return Person(52, "郑某二", "70000119750607102", Fate.InForce, soon);
        yield return Person(53, "郑某三", "70000119750607103", Fate.Suspended, soon);
        yield return Person(54, "郑某四", "70000119750607104", Fate.InForce, soon);
        yield return Person(55, "郑某五", "70000119750607105", Fate.InForce, soon);
        yield return Person(56, "郑某六", "70000119750607106", Fate.Waived, soon);
        yield return Person(57, "郑某七", "70000119750607107", Fate.InForce, soon);
        yield return Person(58, "郑某八", "70000119750607108", Fate.Repaired, soon);
        yield return Person(81, "冯某一", "70000119760708101", Fate.InForce, soon);
        yield return Person(82, "冯某二", "70000119760708102", Fate.InForce, soon);
        yield return Person(83, "冯某三", "70000119760708103", Fate.InForce, soon);
    }

    private static DemoPerson Person(int id, string name, string? first17, Fate fate, DemoDates dates) => new(
        new NamedPerson(
            Fixed(id), new PersonId(Fixed(100 + id)), Part.PersonInCharge, first17 is null ? IdentifiedBy.NameOnly : IdentifiedBy.Document),
        DemoPersons.Identity(name, first17 is null ? null : ResidentId.WithCheckDigit(first17)),
        fate,
        dates);

    private static DemoOrganization Recent(int id, string name, string region, string authority, DateOnly decidedOn, DemoPersons persons) =>
        Organization(id, name, region, new DemoDecision(
            Fixed(20 + id), DispositionKind.Banned, $"演示文号〔{decidedOn.Year}〕{id}号", decidedOn, authority, Grounds, persons.NamedBy(decidedOn))
        {
            Announced = ($"演示公告〔{decidedOn.Year}〕{id}号", decidedOn.AddDays(7)),
        });

    private static DemoOrganization Organization(int id, string name, string region, params DemoDecision[] decisions) => new(
        new RecordBannedOrganization(
            new BannedOrganizationId(Fixed(id)), name, Aliases: [], CreditCode: null, UnlawfulKind.Unregistered, RegisteredAs: null,
            CampaignCategory: null, RegionCode.Parse(region).Value!, "虚构, 仅供演示", Source: null),
        decisions);
}
