using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;

namespace Blacklist.Domain.Persons;

/// <summary>Destroys who a person is, once no listing counts any more: name, numbers and statements go, the facts stay and say that there was somebody.</summary>
/// <param name="Identities">Everybody else in the vault who is this person: linked ones, and applicants with the same documents.</param>
/// <param name="Listings">How the listings of all of them stand.</param>
public sealed record ErasePerson(PersonId PersonId, IReadOnlyList<PersonId> Identities, IReadOnlyList<ListingStatus> Listings, string Reason, ClerkId By)
{
    public static readonly Refusal StillListed = new(
        "person_still_listed", "A listing of the person is proposed or in force: nobody is erased before it is dropped, annulled, repaired or lapsed.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [StillListed];

    public static Outcome Decide(Person person, ErasePerson command) =>
        person.IsErased ? Outcome.Nothing
        : command.Listings.Any(status => !IsOver(status)) ? Outcome.Refuse(StillListed)
        : Outcome.Record(new PersonErased(command.PersonId, command.Identities, command.Reason, command.By));

    private static bool IsOver(ListingStatus status) =>
        status is ListingStatus.Dropped or ListingStatus.Annulled or ListingStatus.Repaired or ListingStatus.Lapsed;
}
