using System.Net;
using Blacklist.Api.EventLog;
using Blacklist.Api.Jobs;
using Blacklist.Api.Listings.InForce;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Listings.InForce;

namespace Blacklist.Tests.Api;

/// <summary>Listings of a ban of 2 March 2026, under rules of five years; the job's turns one by one.</summary>
public sealed class LapseTests : IAsyncLifetime
{
    private static readonly DateOnly LastDay = new(2031, 3, 2);

    private RegistryNode _node = null!;

    private Story Story => _node.Story;

    public async Task InitializeAsync() => _node = await RegistryNode.Start();

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task A_lapse_is_recorded_on_the_day_after_the_last_and_once()
    {
        var listing = await Story.Listed("甲流水", ResidentIds.Of(950));

        await Turn(LegalDate.Begins(LastDay.AddDays(1)).AddTicks(-10));
        (await Status(listing)).ShouldBe("inForce");
        await Turn(LegalDate.Begins(LastDay.AddDays(1)));
        var position = await _node.Service<EventStore>().Position();
        await Turn(LegalDate.Begins(LastDay.AddDays(9)));

        (await Status(listing)).ShouldBe("lapsed");
        (await Page(listing))["lapsedOn"].ShouldBe("2031-03-03");
        (await _node.Service<EventStore>().Position()).ShouldBe(position);
        var lapsed = (await _node.Service<EventStore>().Load(new Guid(listing))).Events[^1];
        lapsed.Data.ShouldBeOfType<ListingLapsed>().LastDay.ShouldBe(LastDay);
        lapsed.By.ShouldBe("job:lapse_listings");
    }

    [Fact]
    public async Task A_varied_end_comes_first_and_what_is_over_otherwise_is_left_alone()
    {
        var varied = await Story.Listed("乙流水", ResidentIds.Of(951));
        var repaired = await Story.Listed("丙流水", ResidentIds.Of(952));
        var noticed = await Story.Noticed("丁流水", ResidentIds.Of(953));
        (await Story.Vary(varied, "2027-06-30")).ShouldBe(HttpStatusCode.OK);
        (await Story.Repair(repaired)).ShouldBe(HttpStatusCode.OK);

        await Turn(LegalDate.Begins(new DateOnly(2027, 7, 1)));
        await Turn(LegalDate.Begins(LastDay.AddDays(1)));

        (await Status(varied)).ShouldBe("lapsed");
        (await Page(varied))["lapsedOn"].ShouldBe("2027-07-01");
        (await Status(repaired)).ShouldBe("repaired");
        (await Status(noticed)).ShouldBe("noticeServed");
    }

    [Fact]
    public async Task Two_turns_at_once_record_it_once()
    {
        var listing = await Story.Listed("戊流水", ResidentIds.Of(954));
        await DatabaseClock.Set(_node.Database.Owner, LegalDate.Begins(LastDay.AddDays(1)));
        var lease = await Take();

        await Task.WhenAll(Run(lease), Run(lease));

        (await _node.Service<EventStore>().Load(new Guid(listing))).Events.Count(at => at.Data is ListingLapsed).ShouldBe(1);
    }

    private async Task<ApiAnswer> Page(string listing) => (await Story.Clerk.Get($"{Story.Listings}/{listing}")).ShouldBe(HttpStatusCode.OK);

    private async Task<string?> Status(string listing) => (await Page(listing))["status"];

    private async Task Turn(DateTimeOffset at)
    {
        await DatabaseClock.Set(_node.Database.Owner, at);
        await Run(await Take());
    }

    private async Task<Lease> Take() =>
        (await _node.Service<JobLeases>().Take("lapse_listings", "test", TimeSpan.FromMinutes(1), TimeSpan.FromHours(1))).ShouldNotBeNull();

    private Task Run(Lease lease) => new LapseJob(_node.Service<EventStore>(), _node.Service<InForceRows>())
        .Run(new JobTurn(lease, _node.Service<EventStore>(), _node.Service<JobLeases>(), CancellationToken.None));
}
