using Blacklist.Domain.Persons;
using static Blacklist.Tests.Domain.Persons.APerson;

namespace Blacklist.Tests.Domain.Persons;

public sealed class LinkIdentitySpecs
{
    private static readonly LinkIdentity Link = new(
        Linked.PersonId, IdentifiedBy.NameOnly, Linked.IdentityId, IdentifiedBy.Document, Linked.Kind, Linked.Reason, Linked.By);

    [Fact]
    public void A_new_card_is_linked_to_its_holder() => Given().When(p => LinkIdentity.Decide(p, Link)).Then(Linked);

    [Fact]
    public void Linking_twice_changes_nothing() => Given(Linked).When(p => LinkIdentity.Decide(p, Link)).Then();

    [Fact]
    public void A_link_of_another_kind_replaces_the_first() =>
        Given(Linked).When(p => LinkIdentity.Decide(p, Link with { Kind = LinkKind.CorrectedNumber }))
            .Then(Linked with { Kind = LinkKind.CorrectedNumber });

    [Theory]
    [InlineData(IdentifiedBy.NameOnly, IdentifiedBy.Document, IdentifiedBy.Document)]
    [InlineData(IdentifiedBy.Document, IdentifiedBy.NameOnly, IdentifiedBy.Document)]
    [InlineData(IdentifiedBy.NameOnly, IdentifiedBy.BirthYear, IdentifiedBy.BirthYear)]
    public void Together_the_two_are_identified_by_the_stronger(IdentifiedBy person, IdentifiedBy identity, IdentifiedBy together) =>
        Given().When(p => LinkIdentity.Decide(p, Link with { PersonBy = person, IdentityBy = identity })).Then(Linked with { IdentifiedBy = together });

    [Fact]
    public void A_person_is_not_linked_to_itself() =>
        Given().When(p => LinkIdentity.Decide(p, Link with { IdentityId = Id })).ThenRefused(LinkIdentity.Itself);

    [Fact]
    public void Nothing_is_linked_to_a_person_who_was_erased() =>
        Given(new PersonErased(Id, [], "保存期限届满", Officer)).When(p => LinkIdentity.Decide(p, Link)).ThenRefused(LinkIdentity.Erased);

    [Fact]
    public void A_person_who_was_erased_is_linked_to_nobody() =>
        Given().When(p => LinkIdentity.Decide(p, Link with { OtherIsErased = true })).ThenRefused(LinkIdentity.Erased);
}
