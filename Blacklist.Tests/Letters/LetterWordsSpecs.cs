using System.Text.Json;
using Blacklist.Api.Audit;
using Blacklist.Api.Letters.Writing;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Registration;
using Blacklist.Domain.Rules;

namespace Blacklist.Tests.Letters;

public sealed class LetterWordsSpecs
{
    [Fact]
    public void Every_value_that_a_letter_can_tell_has_a_word()
    {
        string[] needed =
        [
            .. Values<Part>(), .. Values<Position>(), .. Values<OrganizationKind>(), .. Values<IssuerLevel>(), .. Values<ServiceMethod>(),
            .. Values<DocumentType>(), .. Values<AppealKind>(), .. Values<AppealChannel>(), .. Values<CheckPurpose>(), .. Values<AuditKind>(), .. Values<PeriodUnit>(),
            .. Enum.GetValues<DispositionKind>().Where(kind => kind.OpensListings()).Select(kind => $"dispositionKind.{Word(kind)}"),
        ];
        needed.Except(LetterWords.Keys).ShouldBeEmpty();
    }

    [Fact]
    public void Of_a_number_the_last_four_characters_are_told() =>
        LetterWords.Document(IdentityDocument.Parse(DocumentType.ResidentId, ResidentIds.Zhang, null, DateOnly.MaxValue).Value!).ShouldBe("居民身份证尾号003X");

    [Fact]
    public void Days_in_a_row_are_one_span() =>
        OccasionText.Of([(new(2026, 10, 1), "国庆节"), (new(2026, 10, 2), "国庆节"), (new(2026, 10, 11), "休息日")])
            .ShouldBe([new OccasionText("2026年10月1日至2026年10月2日", "国庆节"), new OccasionText("2026年10月11日", "休息日")]);

    private static IEnumerable<string> Values<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(value => $"{JsonNamingPolicy.CamelCase.ConvertName(typeof(T).Name)}.{Word(value)}");

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
