using Blacklist.Domain.Appeals;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Tests.Domain.Listings;
using static Blacklist.Tests.Domain.Appeals.AnAppeal;

namespace Blacklist.Tests.Domain.Appeals;

public sealed class AssignAppealSpecs
{
    private static readonly AssignAppeal Assign = new(Administrator, Administrator);

    [Fact]
    public void An_admitted_appeal_is_assigned() => Given(Filed, Admitted).When(a => AssignAppeal.Decide(a, InForce, Assign)).Then(Assigned);

    [Fact]
    public void It_may_be_given_to_somebody_else_later() =>
        Given(Filed, Admitted, Assigned).When(a => AssignAppeal.Decide(a, InForce, Assign with { AssignedTo = Another }))
            .Then(Assigned with { AssignedTo = Another });

    [Fact]
    public void Assigning_to_the_same_twice_changes_nothing() =>
        Given(Filed, Admitted, Assigned).When(a => AssignAppeal.Decide(a, InForce, Assign)).Then();

    [Fact]
    public void What_waits_for_admission_is_not_assigned() =>
        Given(Filed).When(a => AssignAppeal.Decide(a, InForce, Assign)).ThenRefused(AssignAppeal.NotPending);

    [Fact]
    public void What_is_decided_is_not_assigned() =>
        Given(Filed, Admitted, Assigned, Maintained).When(a => AssignAppeal.Decide(a, InForce, Assign with { AssignedTo = Another }))
            .ThenRefused(AssignAppeal.NotPending);

    [Fact]
    public void Who_proposed_the_listing_does_not_get_the_appeal() =>
        Given(Filed, Admitted).When(a => AssignAppeal.Decide(a, InForce, Assign with { AssignedTo = AListing.Proposed.By })).ThenRefused(AssignAppeal.TookPart);

    [Fact]
    public void Who_served_the_notice_does_not_get_the_appeal() =>
        Given(Filed, Admitted).When(a => AssignAppeal.Decide(a, ServedBy(Another), Assign with { AssignedTo = Another })).ThenRefused(AssignAppeal.TookPart);

    [Fact]
    public void Who_decided_the_listing_does_not_get_the_appeal() =>
        Given(Filed, Admitted).When(a => AssignAppeal.Decide(a, InForce, Assign with { AssignedTo = AListing.Entered.By })).ThenRefused(AssignAppeal.TookPart);

    private static Listing ServedBy(ClerkId clerk) =>
        new IEvent[] { AListing.Proposed, AListing.Noticed with { By = clerk }, AListing.Entered }.Aggregate(Listing.Initial, Listing.Evolve);
}
