using Blacklist.Domain.Identity;

namespace Blacklist.Domain.Persons;

/// <summary>By what an entry tells its person from others, the strongest first. Says nothing of who it is.</summary>
public enum IdentifiedBy
{
    Document,
    BirthDate,
    BirthYear,
    Sex,

    /// <summary>Every namesake is sent to a human until the entry is completed.</summary>
    NameOnly,
}

/// <summary>What it is of an identity, and what follows from it.</summary>
public static class IdentifiedByExtensions
{
    /// <summary>The strongest of what is known beside the name.</summary>
    public static IdentifiedBy IdentifiedBy(this PersonIdentity identity) => identity switch
    {
        { Documents.Count: > 0 } => Persons.IdentifiedBy.Document,
        { BirthDate: not null } => Persons.IdentifiedBy.BirthDate,
        { BirthYear: not null } => Persons.IdentifiedBy.BirthYear,
        { Sex: not null } => Persons.IdentifiedBy.Sex,
        _ => Persons.IdentifiedBy.NameOnly,
    };

    /// <summary>Without a document number only clerks can tell whom the entry means, and strangers are sent to them because of it.</summary>
    public static bool NeedsCompletion(this IdentifiedBy identifiedBy) => identifiedBy != Persons.IdentifiedBy.Document;
}
