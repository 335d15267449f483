using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Persons;

/// <summary>Takes a link back, from whichever side it was made; nothing is lost on either side.</summary>
public sealed record UnlinkIdentity(PersonId PersonId, PersonId IdentityId, string Reason, ClerkId By)
{
    public static IReadOnlyList<Refusal> Refusals { get; } = [];

    /// <summary>The same link as the other person's stream tells it, if it does.</summary>
    public UnlinkIdentity FromTheOtherSide => this with { PersonId = IdentityId, IdentityId = PersonId };

    public static Outcome Decide(Person person, UnlinkIdentity command) => person.Links.ContainsKey(command.IdentityId)
        ? Outcome.Record(new IdentityUnlinked(command.PersonId, command.IdentityId, command.Reason, command.By))
        : Outcome.Nothing;
}
