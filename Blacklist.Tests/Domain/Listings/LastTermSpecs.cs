using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Listings.InForce;
using Blacklist.Domain.Registration;
using Blacklist.Domain.Rules;
using Blacklist.Tests.Domain.Eligibility;

namespace Blacklist.Tests.Domain.Listings;

public sealed class LastTermSpecs
{
    private static readonly Rule Five = ACase.TheRule;
    private static readonly Rule Three = ACase.TheRule with { Id = "three-years", Term = Term.Parse("P3Y").Value! };
    private static readonly Rule Endless = ACase.TheRule with { Id = "endless", Term = Term.Indefinite };
    private static readonly Rule ForRevocations = ACase.TheRule with { Id = "revocations", AppliesTo = Five.AppliesTo with { Dispositions = [DispositionKind.Revoked] } };
    private static readonly Rule ForFoundations =
        ACase.TheRule with { Id = "foundations", AppliesTo = Five.AppliesTo with { OrganizationKinds = [OrganizationKind.Foundation] } };

    [Fact]
    public void It_is_the_later_of_two()
    {
        var term = Of(Three, Five).ShouldNotBeNull();

        term.LastDay.ShouldBe(new DateOnly(2029, 2, 28)); // five years from 29 February
        term.Rules.ShouldBe([Three.Id, Five.Id]);
    }

    [Fact]
    public void One_rule_without_end_leaves_no_last_day() => Of(Five, Endless).ShouldBeNull();

    [Fact]
    public void Where_no_rule_applies_nothing_ends() => Of(ForRevocations, ForFoundations).ShouldBeNull();

    [Fact]
    public void A_rule_for_others_does_not_count() => Of(Three, ForRevocations)!.LastDay.ShouldBe(new DateOnly(2027, 2, 28));

    [Fact]
    public void A_varied_end_counts_also_where_the_rule_has_none()
    {
        Of(new DateOnly(2026, 5, 1), Five, Endless)!.LastDay.ShouldBe(new DateOnly(2026, 5, 1));
        Of(new DateOnly(2028, 5, 1), Three)!.LastDay.ShouldBe(new DateOnly(2027, 2, 28));
    }

    private static LastTerm? Of(params Rule[] rules) => Of(null, rules);

    private static LastTerm? Of(DateOnly? endsOn, params Rule[] rules) =>
        LastTerm.Of(rules, DispositionKind.Banned, Part.PersonInCharge, registeredAs: null, new DateOnly(2024, 2, 29), endsOn);
}
