using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Persons;

/// <summary>Takes a link back; nothing is lost on either side.</summary>
public sealed record UnlinkIdentity(PersonId PersonId, PersonId IdentityId, string Reason, ClerkId By)
{
    public static IReadOnlyList<Refusal> Refusals { get; } = [];

    public static Outcome Decide(Person person, UnlinkIdentity command) => person.Links.ContainsKey(command.IdentityId)
        ? Outcome.Record(new IdentityUnlinked(command.PersonId, command.IdentityId, command.Reason, command.By))
        : Outcome.Nothing;
}
