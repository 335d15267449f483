using Blacklist.Domain.Names;

namespace Blacklist.Domain.Identity;

/// <summary>As identity documents state it.</summary>
public enum Sex
{
    Male,
    Female,
}

/// <summary>Who a person is, as far as the decision or the application says. Personal data: lives in the vault and in memory only.</summary>
public sealed record PersonIdentity(PersonName Name, IReadOnlyList<IdentityDocument> Documents, DateOnly? BirthDate, Sex? Sex)
{
    /// <summary>Former names (曾用名) and aliases.</summary>
    public IReadOnlyList<PersonName> OtherNames { get; init; } = [];

    /// <summary>For old decisions that give no more; not used when a birth date is known.</summary>
    public int? BirthYear { get; init; }

    /// <summary>As the document numbers say, or else as given. Two when a number was corrected and the old one is kept.</summary>
    public IEnumerable<DateOnly> KnownBirthDates => Known(document => document.BirthDate, BirthDate);

    /// <inheritdoc cref="KnownBirthDates"/>
    public IEnumerable<Sex> KnownSexes => Known(document => document.Sex, Sex);

    /// <summary>The birth date given is another than the one in the person's own document number.</summary>
    public bool BirthDateContradictsDocument => BirthDate is { } born && !KnownBirthDates.Contains(born);

    /// <summary>The sex given is another than the one in the person's own document number.</summary>
    public bool SexContradictsDocument => Sex is { } sex && !KnownSexes.Contains(sex);

    public override string ToString() => Name.ToString();

    private IEnumerable<T> Known<T>(Func<IdentityDocument, T?> inNumber, T? given)
        where T : struct =>
        Documents.Select(inNumber).Append(Documents.Any(document => inNumber(document) is not null) ? null : given).OfType<T>();
}
