using System.Collections.Immutable;
using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Persons;

/// <summary>State of a person's stream: which other identities of the vault are this person's.</summary>
public sealed record Person
{
    public static readonly Person Initial = new();

    public static readonly StreamKind<Person> Stream = new("person", Initial, Evolve);

    public ImmutableDictionary<PersonId, LinkKind> Links { get; private init; } = ImmutableDictionary<PersonId, LinkKind>.Empty;

    /// <summary>When the numbers were shown last, to whom and why.</summary>
    public IdentityUnmasked? LastUnmasking { get; private init; }

    /// <summary>Nobody knows who it was.</summary>
    public bool IsErased { get; private init; }

    /// <summary>Who else in the vault was this person, and was erased with it.</summary>
    public ImmutableList<PersonId> ErasedWith { get; private init; } = [];

    public static Person Evolve(Person state, IEvent fact) => fact switch
    {
        IdentityLinked e => state with { Links = state.Links.SetItem(e.IdentityId, e.Kind) },
        IdentityUnlinked e => state with { Links = state.Links.Remove(e.IdentityId) },
        IdentityUnmasked e => state with { LastUnmasking = e },
        PersonErased e => state with { IsErased = true, ErasedWith = [.. e.Identities] },
        _ => state,
    };
}
