using Blacklist.Domain.Persons;
using static Blacklist.Tests.Domain.Persons.APerson;

namespace Blacklist.Tests.Domain.Persons;

public sealed class UnlinkIdentitySpecs
{
    private static readonly UnlinkIdentity Unlink = new(Unlinked.PersonId, Unlinked.IdentityId, Unlinked.Reason, Unlinked.By);

    [Fact]
    public void A_wrong_link_is_taken_back() => Given(Linked).When(p => UnlinkIdentity.Decide(p, Unlink)).Then(Unlinked);

    [Fact]
    public void Unlinking_twice_changes_nothing() => Given(Linked, Unlinked).When(p => UnlinkIdentity.Decide(p, Unlink)).Then();
}
