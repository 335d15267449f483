using Blacklist.Api.Pages;
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
internal sealed class PersonCards(IdentityVault vault, PageText texts)
{
    public async Task<IReadOnlyDictionary<PersonId, PersonCard>> Of(IReadOnlyList<PersonId> persons) =>
        (await vault.Open(persons)).Values.Where(person => !person.IsErased).ToDictionary(person => person.Id, person => PersonCard.Of(person.Identity!, texts));
}
