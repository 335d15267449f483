using Blacklist.Domain.Identity;
using Blacklist.Domain.Names;
using Blacklist.Domain.Names.Index;

namespace Blacklist.Domain.Matching;

/// <summary>
/// Listed persons by their names. Entries with a resident number are kept apart: for an applicant who has one too they can only be namesakes
/// told apart by it, so only equal names are sought among them, not near ones. Immutable, like the indexes of names it is made of.
/// </summary>
public sealed class PersonIndex
{
    private readonly NameIndex _numbered;
    private readonly NameIndex _others;

    private PersonIndex(NameIndex numbered, NameIndex others) => (_numbered, _others) = (numbered, others);

    public static PersonIndex Empty { get; } = new(NameIndex.Empty, NameIndex.Empty);

    public static PersonIndex Of(IEnumerable<(int Handle, PersonIdentity Person)> persons)
    {
        var byNumber = persons.ToLookup(entry => HasResidentId(entry.Person));
        return new PersonIndex(NameIndex.Of(byNumber[true].SelectMany(Named)), NameIndex.Of(byNumber[false].SelectMany(Named)));

        static IEnumerable<(int, PersonName)> Named((int Handle, PersonIdentity Person) entry) =>
            NamesOf(entry.Person).Select(name => (entry.Handle, name));
    }

    public PersonIndex With(int handle, PersonIdentity person) =>
        Changed(person, index => NamesOf(person).Aggregate(index, (larger, name) => larger.With(handle, name)));

    /// <summary>Without the entry that was added with this handle and person.</summary>
    public PersonIndex Without(int handle, PersonIdentity person) =>
        Changed(person, index => NamesOf(person).Aggregate(index, (smaller, name) => smaller.Without(handle, name)));

    /// <summary>Handles of everybody who by name may be the applicant, or is a namesake told apart by the resident number.</summary>
    public IEnumerable<int> Find(PersonIdentity applicant)
    {
        var weakest = HasResidentId(applicant) ? NameGrade.FormerName : NameGrade.OrderSwapped;
        return NamesOf(applicant)
            .SelectMany(name => _others.Find(name).Concat(_numbered.Find(name, weakest)))
            .Select(candidate => candidate.Handle)
            .Distinct();
    }

    private static bool HasResidentId(PersonIdentity person) => person.Documents.Any(document => document.Type == DocumentType.ResidentId);

    private static IEnumerable<PersonName> NamesOf(PersonIdentity person) => person.OtherNames.Prepend(person.Name).Distinct();

    private PersonIndex Changed(PersonIdentity person, Func<NameIndex, NameIndex> change) =>
        HasResidentId(person) ? new PersonIndex(change(_numbered), _others) : new PersonIndex(_numbered, change(_others));
}
