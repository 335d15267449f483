using Blacklist.Api.Rules;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Listings.InForce;
using Blacklist.Domain.Names;
using Blacklist.Domain.OrganizationNames;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;
using Blacklist.Domain.Rules;

namespace Blacklist.Tests.Eligibility.Index;

/// <summary>Listings and questions of every kind, in which few names, numbers and birth dates meet often; a seed decides all of it.</summary>
internal sealed class AnyRegister(int seed)
{
    private static readonly string[] Names =
    [
        "王伟", "王玮", "汪伟", "王小明", "王晓明", "王小名", "張三豐", "张三丰", "张三峰", "欧阳明湖", "欧阳明", "明湖欧阳", "阿拉坦", "阿拉坦·巴图", "巴特尔", "包巴特尔",
        "WANG WEI", "Wang  Wei", "肖一帆", "萧一帆", "付晓婷", "傅曉婷",
    ];

    private static readonly RuleCatalogue Shipped =
        RulesFile.Read().Select(rule => new RuleAdopted(rule, ClerkId.ReferenceData)).Aggregate(RuleCatalogue.Initial, RuleCatalogue.Evolve);

    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly RegionCode[] Regions = [.. new[] { "150602", "500103", "110105", "150600" }.Select(code => RegionCode.Parse(code).Value!)];
    private readonly Random _random = new(seed);
    private int _listings;

    public ListedPerson Listed() => new(Person(), Listing());

    public EligibilityQuestion Question() => new("A-1", CheckPurpose.Registration, new Organization(
        OrganizationName.Parse("某某协会").Value!, Any<OrganizationKind>(), _random.Next(2) == 0, Of(Regions)), [new Applicant(Person(), Any<Position>())]);

    /// <summary>What the verdict makes of the candidates, on a day on which some terms are over.</summary>
    public static EligibilityAnswer Answer(
        EligibilityQuestion question, Func<Applicant, IEnumerable<ListedPerson>> candidates, Func<Applicant, Namesakes>? namesakes = null) =>
        EligibilityCheck.Answer(
            question, applicant => candidates(applicant).Select(person => new Candidate(person)), [], Shipped, new RegionCatalogue([], []), Today, namesakes);

    public ListingFacts Changed(ListingFacts listing) => _random.Next(3) switch
    {
        0 => listing with { Status = Any<ListingStatus>() },
        1 => listing with { DispositionAnnulled = true },
        _ => ListingFacts.Evolve(listing, new ListingSuspended(
            listing.Id, new DateOnly(2026, 1, 1), null, "某决字〔2026〕1号", "复核", new ClerkId("test"))),
    };

    private ListingFacts Listing()
    {
        var number = ++_listings;
        var text = _random.Next(20) == 0 ? $"旧-{number}" : $"{Of(Regions)}-{2024 + _random.Next(3)}-{(_random.Next(10) == 0 ? 999_000 + number : number):000000}";
        return new ListingFacts(
            new ListingId(AnId()), text, new PersonId(AnId()), AnId(), _random.Next(4) == 0 ? DispositionKind.Revoked : DispositionKind.Banned,
            new DateOnly(2020, 6, 1).AddDays(_random.Next(2500)), _random.Next(20) == 0 ? "" : "某取字〔2026〕1号", Any<Part>(),
            _random.Next(2) == 0 ? null : Any<OrganizationKind>(), Of(Regions), _random.Next(4) == 0 ? Any<ListingStatus>() : ListingStatus.InForce, _random.Next(20) == 0,
            ListingChanges.None) is var listing && _random.Next(20) == 0 ? Changed(listing) : listing;
    }

    private PersonIdentity Person() => new(Name(), Documents(), _random.Next(2) == 0 ? ABirthDate() : null, _random.Next(2) == 0 ? Any<Sex>() : null)
    {
        OtherNames = _random.Next(8) == 0 ? [Name()] : [],
        BirthYear = _random.Next(4) == 0 ? 1970 + _random.Next(3) : null,
    };

    private IReadOnlyList<IdentityDocument> Documents() => _random.Next(10) switch
    {
        < 5 => [AResidentId()],
        5 => [AResidentId(), AResidentId()],
        6 => [APassport()],
        7 => [AResidentId(), APassport()],
        _ => [],
    };

    private IdentityDocument AResidentId() => IdentityDocument.Parse(
        DocumentType.ResidentId, ResidentId.WithCheckDigit($"700000{ABirthDate():yyyyMMdd}00{_random.Next(4)}"), null, Today).Value!;

    private IdentityDocument APassport() => IdentityDocument.Parse(DocumentType.Passport, $"E7000000{_random.Next(3)}", "CHN", Today).Value!;

    private DateOnly ABirthDate() => new(_random.Next(20) switch { 0 => 1930, 1 => 2001, _ => 1970 + _random.Next(3) }, 1 + _random.Next(2), 1);

    private PersonName Name() => PersonName.Parse(Of(Names)).Value!;

    private Guid AnId()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private T Of<T>(T[] some) => some[_random.Next(some.Length)];

    private T Any<T>()
        where T : struct, Enum => Of(Enum.GetValues<T>());
}
