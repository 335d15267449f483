using Blacklist.Domain.Names;

namespace Blacklist.Domain.Identity;

public enum Sex
{
    Male,
    Female,
}

/// <summary>Who a person is, as far as the decision or the application says. Personal data: lives in the vault and in memory only.</summary>
public sealed record PersonIdentity(PersonName Name, IReadOnlyList<IdentityDocument> Documents, DateOnly? BirthDate, Sex? Sex)
{
    public override string ToString() => Name.ToString();
}
