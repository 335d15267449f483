using System.Globalization;
using System.Runtime.InteropServices;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Matching;
using Blacklist.Domain.Names;

namespace Blacklist.Api.Eligibility.Index.Packed;

/// <summary>By what a packed person is known beside the name.</summary>
internal enum KnownBy
{
    /// <summary>One resident number, and nothing else that counts beside it.</summary>
    ResidentId,

    /// <summary>No document, a birth date.</summary>
    BirthDate,

    /// <summary>No document and no birth date.</summary>
    Name,
}

/// <summary>
/// A person of one name and at most a resident number, in eight bytes beside the name. A birth date or sex given beside a number is left out:
/// the number says both, and nothing else is looked at.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PackedPerson(KnownBy By, ulong Value)
{
    private const int SexBits = 2;
    private const int YearBits = 12;

    /// <summary>Null for a person who does not fit.</summary>
    public static PackedPerson? Of(PersonIdentity person) => person switch
    {
        { OtherNames.Count: > 0 } or { BirthYear: < 0 or >= 1 << YearBits } => null,
        { Documents: [] } => new PackedPerson(person.BirthDate is null ? KnownBy.Name : KnownBy.BirthDate, Pack(person)),
        { Documents: [ResidentId number] } => new PackedPerson(KnownBy.ResidentId, Pack(number)),
        _ => null,
    };

    /// <summary>The 17 digits; the last place follows from them.</summary>
    public static ulong Pack(ResidentId number) => ulong.Parse(number.Key.AsSpan(0, 17), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The day of a person known by the birth date.</summary>
    public static int BirthDay(ulong value) => (int)(value >> (YearBits + SexBits));

    public PersonIdentity Open(PersonName name) => By == KnownBy.ResidentId
        ? new PersonIdentity(name, [Number(Value)], BirthDate: null, Sex: null)
        : new PersonIdentity(name, [], BirthDate, Sex) { BirthYear = BirthYear };

    /// <summary>Whether the applicant cannot be meant as long as no document can be compared.</summary>
    public bool IsContradictedBy(Particulars applicant)
    {
        if (By != KnownBy.ResidentId)
        {
            return applicant.Contradict(BirthDate, BirthYear, Sex);
        }

        var (year, month, day) = ((int)(Value / 10_000_000 % 10_000), (int)(Value / 100_000 % 100), (int)(Value / 1_000 % 100));
        return applicant.Contradict(new DateOnly(year, month, day), null, Value % 2 == 1 ? Domain.Identity.Sex.Male : Domain.Identity.Sex.Female);
    }

    private DateOnly? BirthDate => By == KnownBy.BirthDate ? DateOnly.FromDayNumber(BirthDay(Value)) : null;

    private int? BirthYear => ((int)(Value >> SexBits) & ((1 << YearBits) - 1)) is > 0 and var year ? year : null;

    private Sex? Sex => (Value & 3) switch { 0 => null, var sex => (Sex)(sex - 1) };

    private static ulong Pack(PersonIdentity person) =>
        ((((ulong)(person.BirthDate?.DayNumber ?? 0) << YearBits) | (uint)(person.BirthYear ?? 0)) << SexBits)
        | (person.Sex is { } sex ? (ulong)sex + 1 : 0);

    private static IdentityDocument Number(ulong first17) =>
        IdentityDocument.Parse(DocumentType.ResidentId, ResidentId.WithCheckDigit(first17.ToString("D17")), null, DateOnly.MaxValue).Value!;
}
