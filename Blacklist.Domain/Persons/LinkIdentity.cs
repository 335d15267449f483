using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Persons;

/// <summary>Links another identity to a person; every listing of the person follows.</summary>
/// <param name="PersonBy">By what the person's own entry tells the person from others.</param>
/// <param name="IdentityBy">The same of the linked identity.</param>
public sealed record LinkIdentity(
    PersonId PersonId, IdentifiedBy PersonBy, PersonId IdentityId, IdentifiedBy IdentityBy, LinkKind Kind, string Reason, ClerkId By)
{
    public static readonly Refusal Itself = new("identity_links_itself", "A person is not linked to itself.");

    public static readonly Refusal Erased = new("person_erased", "Who the person is was erased: nothing new is recorded about the person.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [Itself, Erased];

    /// <summary>The identity was erased.</summary>
    public bool OtherIsErased { get; init; }

    public static Outcome Decide(Person person, LinkIdentity command) =>
        command.PersonId == command.IdentityId ? Outcome.Refuse(Itself)
        : person.IsErased || command.OtherIsErased ? Outcome.Refuse(Erased)
        : person.Links.TryGetValue(command.IdentityId, out var kind) && kind == command.Kind ? Outcome.Nothing
        : Outcome.Record(new IdentityLinked(command.PersonId, command.IdentityId, command.Kind, command.Together, command.Reason, command.By));

    private IdentifiedBy Together => PersonBy < IdentityBy ? PersonBy : IdentityBy;
}
