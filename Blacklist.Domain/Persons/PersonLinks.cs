using System.Collections.Immutable;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Persons;

/// <summary>All links between identities, and what a person looks like through them. Immutable.</summary>
public sealed record PersonLinks
{
    public static readonly PersonLinks None = new();

    private ImmutableDictionary<PersonId, ImmutableList<Link>> Neighbours { get; init; } = ImmutableDictionary<PersonId, ImmutableList<Link>>.Empty;

    public PersonLinks With(PersonId person, PersonId identity, LinkKind kind) =>
        Without(person, identity).Joined(new Link(person, identity, kind));

    public PersonLinks Without(PersonId person, PersonId identity) => this with
    {
        Neighbours = Neighbours
            .SetItem(person, Of(person).RemoveAll(link => link.Joins(person, identity)))
            .SetItem(identity, Of(identity).RemoveAll(link => link.Joins(person, identity))),
    };

    /// <summary>The person and everybody the links lead to, the person first.</summary>
    public IReadOnlyList<PersonId> GroupOf(PersonId person)
    {
        var group = new List<PersonId> { person };
        for (var place = 0; place < group.Count; place++)
        {
            group.AddRange(Of(group[place]).Select(link => link.Other(group[place])).Where(other => !group.Contains(other)));
        }

        return group;
    }

    /// <summary>One identity out of all that the links lead to: every name, every document that no correction has replaced.</summary>
    /// <param name="known">Identities of the vault; an erased one is not there and adds nothing.</param>
    /// <returns>Null when nothing is known of the person any more.</returns>
    public PersonIdentity? IdentityOf(PersonId person, Func<PersonId, PersonIdentity?> known)
    {
        var group = GroupOf(person);
        var identities = group.Select(id => (Id: id, Identity: known(id))).Where(entry => entry.Identity is not null).ToList();
        if (identities is [])
        {
            return null;
        }

        var first = identities[0].Identity!;
        return identities.Count == 1
            ? first
            : first with
            {
                Documents = [.. identities.SelectMany(entry => DocumentsOf(entry.Id, entry.Identity!, known)).Distinct()],
                OtherNames = [.. identities.SelectMany(entry => entry.Identity!.OtherNames.Prepend(entry.Identity.Name)).Distinct().Where(name => name != first.Name)],
                BirthDate = identities.Select(entry => entry.Identity!.BirthDate).FirstOrDefault(date => date is not null),
                BirthYear = identities.Select(entry => entry.Identity!.BirthYear).FirstOrDefault(year => year is not null),
                Sex = identities.Select(entry => entry.Identity!.Sex).FirstOrDefault(sex => sex is not null),
            };
    }

    private IEnumerable<IdentityDocument> DocumentsOf(PersonId id, PersonIdentity identity, Func<PersonId, PersonIdentity?> known)
    {
        var replaced = Corrections(id).Concat(LaterCorrections(id))
            .SelectMany(link => known(link.Identity)?.Documents ?? [])
            .Select(document => document.Type)
            .ToHashSet();
        return identity.Documents.Where(document => !replaced.Contains(document.Type));
    }

    private IEnumerable<Link> Corrections(PersonId person) => Of(person).Where(link => link.Kind == LinkKind.CorrectedNumber && link.Person == person);

    /// <summary>What was corrected once more after it came by a correction itself.</summary>
    private IEnumerable<Link> LaterCorrections(PersonId correction) => Of(correction)
        .Where(link => link.Kind == LinkKind.CorrectedNumber && link.Identity == correction)
        .SelectMany(link => Corrections(link.Person).SkipWhile(other => other != link).Skip(1));

    private PersonLinks Joined(Link link) => this with
    {
        Neighbours = Neighbours.SetItem(link.Person, Of(link.Person).Add(link)).SetItem(link.Identity, Of(link.Identity).Add(link)),
    };

    private ImmutableList<Link> Of(PersonId person) => Neighbours.GetValueOrDefault(person, []);

    private sealed record Link(PersonId Person, PersonId Identity, LinkKind Kind)
    {
        public bool Joins(PersonId one, PersonId other) => (Person == one && Identity == other) || (Person == other && Identity == one);

        public PersonId Other(PersonId one) => Person == one ? Identity : Person;
    }
}
