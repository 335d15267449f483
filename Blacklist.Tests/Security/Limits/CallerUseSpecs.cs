using Blacklist.Api.Security.Limits;
using Microsoft.Extensions.Configuration;

namespace Blacklist.Tests.Security.Limits;

public sealed class CallerUseSpecs
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 8, 0, 15, TimeSpan.Zero);
    private static readonly CallerLimits Shipped = CallerLimits.From(new ConfigurationBuilder().Build());

    [Fact]
    public void A_minute_has_so_many_requests_and_the_next_one_has_them_again()
    {
        var use = Use(new CallerLimit(2, 10));

        use.Request(Now).ShouldBe(new RequestAllowance(1, 45));
        use.Request(Now).Left.ShouldBe(0);
        use.Request(Now).Left.ShouldBe(-1);
        use.Request(Now.AddSeconds(45)).Left.ShouldBe(1);
    }

    [Fact]
    public void A_day_has_so_many_persons_and_what_does_not_fit_takes_nothing()
    {
        var use = Use(new CallerLimit(100, 10));

        use.Persons(7, Now).ShouldBeTrue();
        use.Persons(4, Now).ShouldBeFalse();
        use.Persons(3, Now).ShouldBeTrue();
        use.Persons(1, Now).ShouldBeFalse();
        use.Persons(10, Now.AddHours(8)).ShouldBeTrue("it is midnight in Shanghai");
    }

    [Fact]
    public void Another_token_brings_its_own_limit_and_regions_and_what_was_asked_stays_counted()
    {
        var use = Use(new CallerLimit(2, 10));
        use.Persons(10, Now).ShouldBeTrue();
        IReadOnlyList<string> roles = ["registrationSystem"];

        use.IsKnownBy(roles).ShouldBeFalse();
        use.KnowBy(roles, new CallerLimit(100, 15), "150600");

        (use.IsKnownBy(roles), use.Regions).ShouldBe((true, "150600"));
        use.Persons(6, Now).ShouldBeFalse();
        use.Persons(5, Now).ShouldBeTrue();
    }

    [Fact]
    public void What_the_other_nodes_counted_counts_here()
    {
        var use = Use(new CallerLimit(100, 10));
        use.Persons(3, Now);

        use.Take().ShouldBe([new DaySum(new DateOnly(2026, 11, 21), new UseSum(0, 3, 0))]);
        use.Learn(new DateOnly(2026, 11, 21), 9);

        use.Persons(2, Now).ShouldBeFalse();
        use.Persons(1, Now).ShouldBeTrue();
    }

    [Fact]
    public void What_is_on_its_way_to_the_other_nodes_counts_here_too()
    {
        var use = Use(new CallerLimit(100, 10));
        use.Persons(8, Now);
        use.Take();

        use.Persons(3, Now).ShouldBeFalse();
        use.Persons(2, Now).ShouldBeTrue();
    }

    [Fact]
    public void What_nobody_was_told_of_is_given_back_also_when_the_other_nodes_know_of_it()
    {
        var use = Use(new CallerLimit(100, 10));
        use.Persons(10, Now);
        use.Return(4, Now);
        use.Persons(5, Now).ShouldBeFalse();
        use.Persons(4, Now).ShouldBeTrue();
        use.Take();

        use.Return(4, Now);

        use.Take().ShouldBe([new DaySum(new DateOnly(2026, 11, 21), new UseSum(0, -4, 0))]);
        use.Persons(5, Now).ShouldBeFalse();
        use.Persons(4, Now).ShouldBeTrue();
    }

    [Fact]
    public void What_was_taken_yesterday_widens_no_budget_of_today()
    {
        var use = Use(new CallerLimit(100, 10));
        use.Persons(4, Now);
        use.Persons(8, Now.AddHours(8)).ShouldBeTrue();

        use.Return(4, Now);

        use.Persons(3, Now.AddHours(8)).ShouldBeFalse();
    }

    [Fact]
    public void What_was_not_told_before_midnight_is_told_after_it()
    {
        var use = Use(new CallerLimit(100, 10));
        use.Persons(3, Now);
        use.Persons(8, Now).ShouldBeFalse();

        use.Request(Now.AddHours(9));

        use.Take().ShouldBe(
        [
            new DaySum(new DateOnly(2026, 11, 21), new UseSum(0, 3, 1)),
            new DaySum(new DateOnly(2026, 11, 22), new UseSum(1, 0, 0)),
        ]);
        use.Take().ShouldBeEmpty();
    }

    [Fact]
    public void Of_several_roles_the_widest_counts_and_what_a_site_sets_for_a_caller_goes_before()
    {
        Shipped.Of("anybody", ["registrationClerk", "registrationSystem"]).ShouldBe(Shipped.Of("anybody", ["registrationSystem"]));
        Shipped.Of("anybody", ["no-such-role"]).ShouldBe(new CallerLimit(0, 0));
        var site = CallerLimits.From(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Limits:Callers:system-1:PersonsPerDay"] = "7" }).Build());
        site.Of("system-1", ["registrationSystem"]).PersonsPerDay.ShouldBe(7);
        site.Of("system-2", ["registrationSystem"]).PersonsPerDay.ShouldBe(200_000);
    }

    [Fact]
    public void Every_role_has_limits() =>
        Blacklist.Api.Security.RolePermissions.Roles.ShouldAllBe(role => Shipped.Of("anybody", new[] { role }).RequestsPerMinute > 0);

    private static CallerUse Use(CallerLimit limit) => new(limit, "150600", new GuessWatch(Shipped.Guessing));
}
