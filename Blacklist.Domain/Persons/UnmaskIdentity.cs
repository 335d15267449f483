using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Persons;

/// <summary>Numbers go in and do not come out, but for a duty that names its purpose: then that they did is a fact, without them.</summary>
/// <param name="ListingId">The case for which they are needed.</param>
/// <param name="IsOnFile">Whether the vault holds a number of the person.</param>
/// <param name="Today">The same clerk for the same reason on the same day is one unmasking.</param>
public sealed record UnmaskIdentity(PersonId PersonId, ListingId ListingId, bool IsOnFile, UnmaskingPurpose Purpose, string Reason, ClerkId By, DateOnly Today)
{
    public static readonly Refusal NoNumber = new(
        "no_number_on_file", "No document number of the person is on file: none was given, or the person was erased.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NoNumber];

    public static Outcome Decide(Person person, UnmaskIdentity command)
    {
        var unmasked = new IdentityUnmasked(command.PersonId, command.ListingId, command.Purpose, command.Reason, command.By, command.Today);
        return !command.IsOnFile ? Outcome.Refuse(NoNumber)
            : person.LastUnmasking == unmasked ? Outcome.Nothing
            : Outcome.Record(unmasked);
    }
}
