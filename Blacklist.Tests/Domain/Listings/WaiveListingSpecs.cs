using Blacklist.Domain.Listings.InForce;
using Blacklist.Domain.OrganizationNames;
using static Blacklist.Tests.Domain.Listings.AListing;

namespace Blacklist.Tests.Domain.Listings;

public sealed class WaiveListingSpecs
{
    private static readonly WaiveListing Waive = new(
        Waived.WaiverId, [OrganizationName.Parse(Waived.Organizations[0]).Value!], Waived.From, Waived.Until, Waived.DocumentNumber, Waived.Reason, Approver);

    [Fact]
    public void The_listing_does_not_bar_from_the_named_organizations() => InForce().When(l => WaiveListing.Decide(l, Waive)).ThenAlike(Waived);

    [Fact]
    public void Waiving_twice_changes_nothing() =>
        InForce(Waived).When(l => WaiveListing.Decide(l, Waive with { WaiverId = Guid.Empty })).Then();

    [Fact]
    public void The_same_waiver_is_found_again() => Waive.Given(State(Waived))!.Id.ShouldBe(Waived.WaiverId);

    [Fact]
    public void After_it_was_taken_back_it_may_be_given_again() =>
        InForce(Waived, Withdrawn).When(l => WaiveListing.Decide(l, Waive)).ThenAlike(Waived);

    [Fact]
    public void What_restricts_nobody_is_not_waived() =>
        InForce(Lapsed).When(l => WaiveListing.Decide(l, Waive)).ThenRefused(WaiveListing.NotInForce);

    [Fact]
    public void A_waiver_names_an_organization() =>
        InForce().When(l => WaiveListing.Decide(l, Waive with { Organizations = [] })).ThenRefused(WaiveListing.NobodyNamed);

    [Fact]
    public void It_does_not_precede_the_decision() =>
        InForce().When(l => WaiveListing.Decide(l, Waive with { From = DecidedOn.AddDays(-1) })).ThenRefused(WaiveListing.BeforeDecision);

    [Fact]
    public void A_waiver_has_a_day() =>
        InForce().When(l => WaiveListing.Decide(l, Waive with { Until = Waived.From.AddDays(-1) })).ThenRefused(WaiveListing.EndsBeforeItBegins);
}
