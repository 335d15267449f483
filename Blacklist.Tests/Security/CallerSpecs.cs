using System.Security.Claims;
using Blacklist.Api.Security;
using Blacklist.Domain.Regions;

namespace Blacklist.Tests.Security;

public sealed class CallerSpecs
{
    private static readonly Claim Subject = new("sub", "1");

    [Fact]
    public void Nobody_who_has_not_signed_in_is_a_caller()
    {
        Caller.From(new ClaimsPrincipal(new ClaimsIdentity([Subject]))).ShouldBeNull();
        Caller.From(new ClaimsPrincipal(new ClaimsIdentity([], "Bearer"))).ShouldBeNull();
    }

    [Fact]
    public void A_caller_without_roles_may_do_nothing() =>
        Enum.GetValues<Permission>().ShouldAllBe(permission => !With().May(permission));

    [Fact]
    public void A_caller_without_regions_covers_nothing() => With(new Claim("roles", "approver")).Covers(RegionCode.Parse("150600").Value!).ShouldBeFalse();

    [Fact]
    public void Several_regions_add_up()
    {
        var caller = With(new Claim("regions", "150600"), new Claim("regions", "500000"));

        caller.Covers(RegionCode.Parse("150602").Value!).ShouldBeTrue();
        caller.Covers(RegionCode.Parse("500101").Value!).ShouldBeTrue();
        caller.Covers(RegionCode.Parse("150700").Value!).ShouldBeFalse();
    }

    [Fact]
    public void A_caller_asks_for_the_purposes_it_was_given()
    {
        var caller = With(new Claim("purposes", "registration"));

        caller.MayAskFor("registration").ShouldBeTrue();
        caller.MayAskFor("change").ShouldBeFalse();
    }

    private static Caller With(params Claim[] claims) =>
        Caller.From(new ClaimsPrincipal(new ClaimsIdentity([Subject, .. claims], "Bearer")))!;
}
