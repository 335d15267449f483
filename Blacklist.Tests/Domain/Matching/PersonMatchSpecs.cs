using Blacklist.Domain.Identity;
using Blacklist.Domain.Matching;
using Blacklist.Domain.Names;

namespace Blacklist.Tests.Domain.Matching;

public sealed class PersonMatchSpecs
{
    private const string Number = "70000019851231003X";
    private const string OtherNumber = "700000200002290024";

    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void The_same_number_under_the_same_name_is_certain() =>
        PersonMatch.Of(Person("张三丰", Id(Number)), Person("张三丰", Id("700000851231003")))
            .ShouldSatisfyAllConditions(
                match => match.Match.ShouldBe(Match.Certain),
                match => match.MatchedBy.ShouldBe(DocumentType.ResidentId),
                match => match.Reasons.ShouldBe([MatchReason.SameDocument]));

    [Fact]
    public void The_same_number_under_another_name_is_doubtful() =>
        PersonMatch.Of(Person("李小四", Id(Number)), Person("张三丰", Id(Number)))
            .ShouldSatisfyAllConditions(
                match => match.Match.ShouldBe(Match.Doubtful),
                match => match.Reasons.ShouldBe([MatchReason.SameDocument, MatchReason.NameIncompatible]));

    [Fact]
    public void A_namesake_with_another_number_is_another_person() =>
        PersonMatch.Of(Person("张三丰", Id(OtherNumber)), Person("张三丰", Id(Number)))
            .ShouldSatisfyAllConditions(
                match => match.Match.ShouldBe(Match.None),
                match => match.Reasons.ShouldBe([MatchReason.DifferentDocument]));

    [Fact]
    public void A_listed_person_without_a_number_is_doubtful_by_name() =>
        PersonMatch.Of(Person("张三丰", Id(Number)), Person("張三豐"))
            .ShouldSatisfyAllConditions(
                match => match.Match.ShouldBe(Match.Doubtful),
                match => match.Reasons.ShouldBe([MatchReason.NameOnly]),
                match => match.Name.Grade.ShouldBe(NameGrade.VariantForm));

    [Fact]
    public void The_birth_date_in_the_number_clears_a_namesake() =>
        PersonMatch.Of(Person("张三丰", Id(Number)), Person("张三丰") with { BirthDate = new DateOnly(1985, 12, 30) })
            .Reasons.ShouldBe([MatchReason.BirthDateDiffers]);

    [Fact]
    public void A_birth_year_clears_a_namesake_and_supports_nothing()
    {
        PersonMatch.Of(Person("张三丰", Id(Number)), Person("张三丰") with { BirthYear = 1984 }).Reasons.ShouldBe([MatchReason.BirthDateDiffers]);
        PersonMatch.Of(Person("张三丰", Id(Number)), Person("张三丰") with { BirthYear = 1985 }).Reasons.ShouldBe([MatchReason.NameOnly]);
    }

    [Fact]
    public void The_same_sound_counts_only_with_the_birth_date_or_the_region()
    {
        var (applicant, listed) = (Person("张三峰", Id(Number)), Person("章三丰"));

        PersonMatch.Of(applicant, listed).Match.ShouldBe(Match.None);
        PersonMatch.Of(applicant, listed, regionAgrees: true).Match.ShouldBe(Match.Doubtful);
        PersonMatch.Of(applicant, listed with { BirthDate = new DateOnly(1985, 12, 31) }).Match.ShouldBe(Match.Doubtful);
    }

    [Fact]
    public void Another_passport_proves_nothing() =>
        PersonMatch.Of(Person("张三丰", Passport("E70000001")), Person("张三丰", Passport("E70000002")))
            .ShouldSatisfyAllConditions(
                match => match.Match.ShouldBe(Match.Doubtful),
                match => match.Reasons.ShouldBe([MatchReason.PassportDiffers, MatchReason.NameOnly]));

    [Fact]
    public void The_same_passport_and_another_resident_number_need_a_human() =>
        PersonMatch.Of(Person("张三丰", Passport("E70000001"), Id(Number)), Person("张三丰", Passport("E70000001"), Id(OtherNumber)))
            .ShouldSatisfyAllConditions(
                match => match.Match.ShouldBe(Match.Doubtful),
                match => match.Reasons.ShouldBe([MatchReason.SameDocument, MatchReason.DocumentsConflict]));

    [Fact]
    public void A_corrected_number_on_file_beside_the_old_one_is_no_conflict() =>
        PersonMatch.Of(Person("张三丰", Id(Number)), Person("张三丰", Id(OtherNumber), Id(Number))).Match.ShouldBe(Match.Certain);

    [Fact]
    public void A_former_name_on_file_is_compatible() =>
        PersonMatch.Of(Person("张三丰", Id(Number)), Person("李小四", Id(Number)) with { OtherNames = [Name("张三丰")] })
            .ShouldSatisfyAllConditions(
                match => match.Match.ShouldBe(Match.Certain),
                match => match.Name.Grade.ShouldBe(NameGrade.FormerName));

    [Fact]
    public void A_birth_date_beside_a_number_that_says_another_is_a_contradiction()
    {
        (Person("张三丰", Id(Number)) with { BirthDate = new DateOnly(1985, 12, 30) }).BirthDateContradictsDocument.ShouldBeTrue();
        (Person("张三丰", Id(Number)) with { Sex = Sex.Female }).SexContradictsDocument.ShouldBeTrue();
        (Person("张三丰", Id(Number)) with { Sex = Sex.Male }).SexContradictsDocument.ShouldBeFalse();
    }

    private static PersonIdentity Person(string name, params IdentityDocument[] documents) => new(Name(name), documents, null, null);

    private static PersonName Name(string name) => PersonName.Parse(name).Value.ShouldNotBeNull();

    private static IdentityDocument Id(string number) =>
        IdentityDocument.Parse(DocumentType.ResidentId, number, null, Today).Value.ShouldNotBeNull();

    private static IdentityDocument Passport(string number) =>
        IdentityDocument.Parse(DocumentType.Passport, number, "CHN", Today).Value.ShouldNotBeNull();
}
