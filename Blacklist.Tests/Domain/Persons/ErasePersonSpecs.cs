using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Persons;
using static Blacklist.Tests.Domain.Persons.APerson;

namespace Blacklist.Tests.Domain.Persons;

public sealed class ErasePersonSpecs
{
    private static readonly PersonErased Erased = new(Id, [], "保存期限届满", new ClerkId("approver-150600"));
    private static readonly ErasePerson Erase = new(Id, Erased.Identities, [ListingStatus.Repaired], Erased.Reason, Erased.By);

    [Theory]
    [InlineData(ListingStatus.Dropped)]
    [InlineData(ListingStatus.Annulled)]
    [InlineData(ListingStatus.Repaired)]
    [InlineData(ListingStatus.Lapsed)]
    public void Who_is_listed_no_more_can_be_erased(ListingStatus over) =>
        Given().When(p => ErasePerson.Decide(p, Erase with { Listings = [over] })).Then(Erased);

    [Theory]
    [InlineData(ListingStatus.Proposed)]
    [InlineData(ListingStatus.NoticeServed)]
    [InlineData(ListingStatus.InForce)]
    public void Who_may_still_be_barred_by_one_listing_is_not_erased(ListingStatus open) =>
        Given().When(p => ErasePerson.Decide(p, Erase with { Listings = [ListingStatus.Annulled, open] })).ThenRefused(ErasePerson.StillListed);

    [Fact]
    public void Erasing_twice_changes_nothing() => Given(Erased).When(p => ErasePerson.Decide(p, Erase)).Then();
}
