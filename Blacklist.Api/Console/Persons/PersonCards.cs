using Blacklist.Api.Pages;
using Blacklist.Api.Persons;
using Blacklist.Api.Vault;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Console.Persons;

/// <summary>Who a person is, for those who keep the file: never more of a number than its last four characters.</summary>
internal sealed record PersonCard(string Name, IReadOnlyList<string> OtherNames, IReadOnlyList<string> Documents, DateOnly? BirthDate, int? BirthYear, Sex? Sex)
{
    public static PersonCard Of(PersonIdentity identity, PageText texts) => new(
        identity.Name.Original, [.. identity.OtherNames.Select(name => name.Original)],
        [.. identity.Documents.Select(document => texts["person.document", texts.Of(document.Type), document.Masked[^4..]])],
        identity.BirthDate, identity.BirthYear, identity.Sex);
}

/// <summary>Opens the vault for pages. An erased person is not among the answers.</summary>
internal sealed class PersonCards(IdentityVault vault, WholePersons whole, PageText texts)
{
    public async Task<IReadOnlyDictionary<PersonId, PersonCard>> Of(IReadOnlyList<PersonId> persons) =>
        (await vault.Open(persons)).Values.Where(person => !person.IsErased).ToDictionary(person => person.Id, person => PersonCard.Of(person.Identity!, texts));

    /// <summary>With all that is linked to the person, corrections in place of what they correct; null when the person was erased.</summary>
    public async Task<PersonCard?> Whole(PersonId person) => await whole.Open(person) is { } identity ? PersonCard.Of(identity, texts) : null;
}
