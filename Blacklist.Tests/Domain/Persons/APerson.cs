using Blacklist.Domain.Kernel;
using Blacklist.Domain.Persons;

namespace Blacklist.Tests.Domain.Persons;

/// <summary>A person who got a new card.</summary>
internal static class APerson
{
    public static readonly PersonId Id = new(new Guid("0d000000-0000-7000-8000-000000000001"));
    public static readonly PersonId NewCard = new(new Guid("0d000000-0000-7000-8000-000000000002"));
    public static readonly ClerkId Officer = new("officer");

    public static readonly IdentityLinked Linked = new(Id, NewCard, LinkKind.FurtherDocument, IdentifiedBy.Document, "换领新证", Officer);

    public static readonly IdentityUnlinked Unlinked = new(Id, NewCard, "新证属于他人", Officer);

    public static Scenario<Person> Given(params IEvent[] facts) => Scenario<Person>.Given(Person.Initial, Person.Evolve, facts);
}
