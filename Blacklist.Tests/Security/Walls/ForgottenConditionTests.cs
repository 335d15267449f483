using System.Collections;
using Blacklist.Api.Appeals;
using Blacklist.Api.Audit.Reading;
using Blacklist.Api.BannedOrganizations;
using Blacklist.Api.CallerNotices;
using Blacklist.Api.Console.Check;
using Blacklist.Api.Console.Overview;
using Blacklist.Api.Deadlines;
using Blacklist.Api.Eligibility.Files;
using Blacklist.Api.Eligibility.Receipts;
using Blacklist.Api.Listings;
using Blacklist.Api.Reexaminations;
using Blacklist.Api.Security.Walls;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Regions;
using static Blacklist.Tests.Architecture.Code;

namespace Blacklist.Tests.Security.Walls;

/// <summary>
/// The first wall is taken away: each read model is asked by its own code, but for all regions and for the colleague who may see the row, as code would ask that
/// forgot its condition. The second one holds for a caller elsewhere, and for nobody.
/// </summary>
[Collection(WalledCollection.Name)]
public sealed class ForgottenConditionTests(WalledWorld walled)
{
    private static readonly RegionCode[] Everywhere = [RegionCode.Nation];
    private static readonly AppealFilter AnyAppeal = new(null, null, null, null, null);
    private static readonly string Asker = ApiClientSamples.Clerk.Id;

    private Dictionary<string, Func<CancellationToken, Task<object?>>> Reads => new(StringComparer.Ordinal)
    {
        ["AppealRows.List"] = async end => await Of<AppealRows>().List(Everywhere, AnyAppeal, null, 10, end),
        ["BannedOrganizationRows.Find"] = async end => await Of<BannedOrganizationRows>().Find(walled.IdOf("organization"), end),
        ["BannedOrganizationRows.List"] = async end => await Of<BannedOrganizationRows>().List(Everywhere, RegionCode.Nation, null, Guid.Empty, 10, end),
        ["BannedOrganizationRows.Names"] = async end => await Of<BannedOrganizationRows>().Names([walled.IdOf("organization")], end),
        ["AffectedCheckRows.List"] = async end => await Of<AffectedCheckRows>().List(walled.IdOf("notice"), null, 10, end),
        ["CallerNoticeRows.Find"] = async end => await Of<CallerNoticeRows>().Find(walled.IdOf("notice"), end),
        ["CallerNoticeRows.List"] = async end => await Of<CallerNoticeRows>().List(Asker, Everywhere, null, null, 10, end),
        ["CheckListRows.List"] = async end => await Of<CheckListRows>().List(new CheckFilter(null, Everywhere, null, null, null, null), null, 10, end),
        ["CheckReferenceRows.Of"] = async end =>
        {
            var check = walled.IdOf("check");
            return (await Of<CheckReferenceRows>().Of([check], end))[check] is var reference && reference != check.ToString() ? reference : null;
        },
        ["OverviewRows.ByRegion"] = async end => await Of<OverviewRows>().ByRegion(Everywhere, 2, end),
        ["OverviewRows.Checks"] = async end => await Of<OverviewRows>().Checks(Everywhere, DateTimeOffset.UnixEpoch, end),
        ["OverviewRows.Appeals"] = async end => await Of<OverviewRows>().Appeals(Everywhere, DateOnly.MinValue, DateOnly.MaxValue, end),
        ["DeadlineRows.Find"] = async end => await Of<DeadlineRows>().Find(walled.IdOf("deadline"), end),
        ["DeadlineRows.List"] = async end => await Of<DeadlineRows>().List(Everywhere, null, null, null, null, 10, end),
        ["ApplicantFileRows.Find"] = async end => await Of<ApplicantFileRows>().Find(walled.IdOf("file"), Asker, end),
        ["ApplicantFileRows.List"] = async end => await Of<ApplicantFileRows>().List(Asker, null, 10, end),
        ["RecordedCheckRows.Find"] = async end => await Of<RecordedCheckRows>().Find(walled.IdOf("check"), end),
        ["ListingRows.Find"] = async end => await Of<ListingRows>().Find(walled.IdOf("listing"), end),
        ["ListingRows.WorkList"] = async end => await Of<ListingRows>().WorkList(Everywhere, new WorkFilter(ListingStatus.InForce), null, 10, end),
        ["ListingRows.Terms"] = async end => await Of<ListingRows>().Terms(Everywhere, end),
        ["ListingRows.PersonsOf"] = async end => await Of<ListingRows>().PersonsOf([walled.IdOf("listing")], end),
        ["ListingRows.IdOf"] = async end => await Of<ListingRows>().IdOf(walled.World.IdOf("listingNumber"), end),
        ["ListingRows.List"] = async end => await Of<ListingRows>().List(Everywhere, null, null, null, "", 10, end),
        ["ReexaminationRows.List"] = async end => await Of<ReexaminationRows>().List(Everywhere, callers: null, null, Guid.Empty, 10, end),
        ["AuditEntryRows.Read"] = async end => await Source("AuditEntryRows").Read(new AuditQuery(Everywhere) { Id = walled.IdOf("entry") }, null, 10, end),
        ["CheckTrailRows.Read"] = async end => await Source("CheckTrailRows").Read(new AuditQuery(Everywhere) { Id = walled.IdOf("check") }, null, 10, end),
    };

    [Fact]
    public async Task What_a_caller_may_not_see_is_not_found_by_code_that_forgot_to_ask_whose_it_is()
    {
        foreach (var (name, read) in Reads)
        {
            IsFound(await walled.As(ApiClientSamples.Clerk, () => read(CancellationToken.None))).ShouldBeTrue(name);
            IsFound(await walled.Elsewhere(() => read(CancellationToken.None))).ShouldBeFalse(name);
            IsFound(await walled.As(client: null, () => read(CancellationToken.None))).ShouldBeFalse(name);
        }
    }

    [Fact]
    public void Every_read_model_behind_the_wall_is_tried_with_all_that_it_reads() =>
        TypesOf(ApiCode).Where(type => type.GetConstructors().Any(made => made.GetParameters().Any(given => given.ParameterType == typeof(WithinReach))))
            .SelectMany(type => type.GetMethods().Where(method => method is { DeclaringType: { } declaring, IsStatic: false } && declaring == type).Select(method => $"{type.Name}.{method.Name}"))
            .Except(["ListingRows.IdOfGround", "CallerNoticeRows.CausedBy"]) // of all regions
            .Where(read => read is not "ApplicantFileRows.Receipt") // of a file that is there; this one was not worked on
            .ShouldBe(Reads.Keys, ignoreOrder: true);

    private static bool IsFound(object? answer) => answer is ICollection many ? many.Count > 0 : answer is not null;

    private T Of<T>()
        where T : notnull => walled.Node.Service<T>();

    private IAuditSource Source(string name) => Of<IEnumerable<IAuditSource>>().Single(source => source.GetType().Name == name);
}
