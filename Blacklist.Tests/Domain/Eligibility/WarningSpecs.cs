using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Registration;
using static Blacklist.Tests.Domain.Eligibility.ACase;

namespace Blacklist.Tests.Domain.Eligibility;

public sealed class WarningSpecs
{
    private static readonly IdentityDocument Unknown = Document(DocumentType.ResidentId, "70999919851231003");

    [Fact]
    public void A_known_region_warns_of_nothing_be_it_retired() => Warnings(Founder.Identity).ShouldBeEmpty();

    [Fact]
    public void A_region_that_is_in_no_list_is_told() =>
        Warnings(Person("李四", Unknown)).ShouldBe([Warning.DocumentRegionUnknown]);

    [Fact]
    public void So_is_that_of_a_residence_permit() =>
        Warnings(Person("李四", Document(DocumentType.HkMacaoTaiwanResidencePermit, "81000019851231003"))).ShouldBe([Warning.DocumentRegionUnknown]);

    [Fact]
    public void A_document_without_a_region_warns_of_nothing() =>
        Warnings(Person("李四", IdentityDocument.Parse(DocumentType.HkMacaoTravelPermit, "H12345678", null, Today).Value!)).ShouldBeEmpty();

    [Fact]
    public void A_birth_date_and_a_sex_that_the_number_contradicts_are_told() =>
        Warnings(Founder.Identity with { BirthDate = new DateOnly(1985, 12, 30), Sex = Sex.Female })
            .ShouldBe([Warning.BirthDateContradictsDocument, Warning.SexContradictsDocument]);

    [Theory]
    [InlineData("70000019851231200", true)]
    [InlineData("70000019851231100", false)] // its check character is no zero
    [InlineData("70000019851231003", false)]
    public void A_number_that_a_spreadsheet_may_have_rounded_is_told(string first17, bool isTold) =>
        Warnings(Person("李四", Document(DocumentType.ResidentId, first17))).Contains(Warning.DocumentNumberMayBeRounded).ShouldBe(isTold);

    [Fact]
    public void What_agrees_with_the_number_warns_of_nothing() =>
        Warnings(Founder.Identity with { BirthDate = new DateOnly(1985, 12, 31), Sex = Sex.Male }).ShouldBeEmpty();

    [Fact]
    public void Warnings_change_no_verdict()
    {
        Ask(new Applicant(Person("李四", Unknown) with { Sex = Sex.Female }, Position.Founder)).Verdict.ShouldBe(Verdict.Eligible);
        Ask(Founder).Warnings.ShouldBeEmpty();
        Ask(Founder).Verdict.ShouldBe(Verdict.Restricted);
    }

    private static IReadOnlyList<Warning> Warnings(PersonIdentity applicant) => Ask(new Applicant(applicant, Position.Founder)).Warnings;
}
