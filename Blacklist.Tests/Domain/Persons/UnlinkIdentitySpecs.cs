using Blacklist.Domain.Persons;
using static Blacklist.Tests.Domain.Persons.APerson;

namespace Blacklist.Tests.Domain.Persons;

public sealed class UnlinkIdentitySpecs
{
    private static readonly UnlinkIdentity Unlink = new(Unlinked.PersonId, Unlinked.IdentityId, Unlinked.Reason, Unlinked.By);

    [Fact]
    public void A_wrong_link_is_taken_back() => Given(Linked).When(p => UnlinkIdentity.Decide(p, Unlink)).Then(Unlinked);

    [Fact]
    public void A_link_is_taken_back_in_the_stream_where_it_was_made() =>
        Given(Linked).When(p => UnlinkIdentity.Decide(p, new UnlinkIdentity(NewCard, Id, Unlinked.Reason, Unlinked.By).FromTheOtherSide)).Then(Unlinked);

    [Fact]
    public void Unlinking_twice_changes_nothing() => Given(Linked, Unlinked).When(p => UnlinkIdentity.Decide(p, Unlink)).Then();
}
