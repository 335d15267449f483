using Blacklist.Domain.Identity;

namespace Blacklist.Tests.Domain.Identity;

public sealed class OtherDocumentSpecs
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData(DocumentType.HkMacaoTaiwanResidencePermit, "810000198501010010", null, "810000198501010010", "Hong Kong")]
    [InlineData(DocumentType.HkMacaoTaiwanResidencePermit, "820000 19850101 0020", null, "820000198501010020", "Macao, with blanks")]
    [InlineData(DocumentType.HkMacaoTaiwanResidencePermit, "830000198501010030", null, "830000198501010030", "Taiwan")]
    [InlineData(DocumentType.HkMacaoTravelPermit, "H70000001", null, "H70000001", "since 2013")]
    [InlineData(DocumentType.HkMacaoTravelPermit, "h7000000102", null, "H70000001", "older permit: second renewal")]
    [InlineData(DocumentType.HkMacaoTravelPermit, "Ｍ70000001 (02)", null, "M70000001", "full width letter, renewal in parentheses")]
    [InlineData(DocumentType.TaiwanTravelPermit, "70000001", null, "70000001", "since 2008")]
    [InlineData(DocumentType.TaiwanTravelPermit, "7000000103", null, "70000001", "2006 to 2008: with the count of issues")]
    [InlineData(DocumentType.TaiwanTravelPermit, "7000000103（B）", null, "70000001", "before 2006: with the issuing office")]
    [InlineData(DocumentType.TaiwanTravelPermit, "7000000103(1)", null, "70000001", "an office coded by a digit")]
    [InlineData(DocumentType.ForeignPermanentResidentCard, "xxx700070010110", "CHN", "XXX700070010110", "2017")]
    [InlineData(DocumentType.ForeignPermanentResidentCard, "970124198108030024", null, "970124198108030024", "2023")]
    [InlineData(DocumentType.Passport, "e7000 0001", "chn", "CHNE70000001", "small letters")]
    [InlineData(DocumentType.Passport, "C70X00T47", "D", "DEUC70X00T47", "German passports print a lone D")]
    public void A_valid_number_has_one_key(DocumentType type, string written, string? country, string key, string note) =>
        IdentityDocument.Parse(type, written, country, Today).Value.ShouldNotBeNull(note).Key.ShouldBe(key, note);

    [Theory]
    [InlineData(DocumentType.HkMacaoTaiwanResidencePermit, "70000019851231003X", null, "residence_permit_region", "a resident's number")]
    [InlineData(DocumentType.HkMacaoTaiwanResidencePermit, "810000850101001", null, "residence_permit_length", "there never was a 15-digit permit")]
    [InlineData(DocumentType.HkMacaoTaiwanResidencePermit, "810000198501010011", null, "residence_permit_check_digit", "one digit off")]
    [InlineData(DocumentType.HkMacaoTaiwanResidencePermit, "810000198513010011", null, "residence_permit_birth_date", "month 13")]
    [InlineData(DocumentType.HkMacaoTaiwanResidencePermit, "810000202713010011", null, "residence_permit_birth_date", "month 13 of a year ahead")]
    [InlineData(DocumentType.HkMacaoTaiwanResidencePermit, "810000202701010011", null, "residence_permit_birth_date_in_future", "next year")]
    [InlineData(DocumentType.HkMacaoTaiwanResidencePermit, "81000019850101001A", null, "residence_permit_characters", "a letter")]
    [InlineData(DocumentType.HkMacaoTravelPermit, "H7000000", null, "hk_macao_permit_length", "7 digits")]
    [InlineData(DocumentType.HkMacaoTravelPermit, "T70000001", null, "hk_macao_permit_form", "neither H nor M")]
    [InlineData(DocumentType.HkMacaoTravelPermit, "H7000000A", null, "hk_macao_permit_form", "a letter among the digits")]
    [InlineData(DocumentType.TaiwanTravelPermit, "700000012", null, "taiwan_permit_length", "9 digits")]
    [InlineData(DocumentType.TaiwanTravelPermit, "7000000A", null, "taiwan_permit_form", "a letter among the digits")]
    [InlineData(DocumentType.TaiwanTravelPermit, "7000000103台", null, "taiwan_permit_form", "no office code")]
    [InlineData(DocumentType.ForeignPermanentResidentCard, "XX7000700101100", null, "foreign_card_form_2017", "two letters")]
    [InlineData(DocumentType.ForeignPermanentResidentCard, "XXX70007001011", null, "foreign_card_length", "14 places")]
    [InlineData(DocumentType.ForeignPermanentResidentCard, "70000019851231003X", null, "foreign_card_first_digit", "a resident's number")]
    [InlineData(DocumentType.ForeignPermanentResidentCard, "970124198108030025", null, "foreign_card_check_digit", "one digit off")]
    [InlineData(DocumentType.ForeignPermanentResidentCard, "970124198108320025", null, "foreign_card_birth_date", "day 32")]
    [InlineData(DocumentType.ForeignPermanentResidentCard, "970124202708030025", null, "foreign_card_birth_date_in_future", "next year")]
    [InlineData(DocumentType.ForeignPermanentResidentCard, "A70124198108030024", null, "foreign_card_characters", "a letter")]
    [InlineData(DocumentType.Passport, "E70000001", null, "passport_country_missing", "whose?")]
    [InlineData(DocumentType.Passport, "E70000001", "CN", "passport_country_unknown", "alpha-2")]
    [InlineData(DocumentType.Passport, "E700", "CHN", "passport_length", "4 characters")]
    [InlineData(DocumentType.Passport, "E7000000100000000000000", "CHN", "passport_length", "23 characters")]
    [InlineData(DocumentType.Passport, "E7000<001", "CHN", "passport_characters", "filler of the machine-readable zone")]
    [InlineData(DocumentType.Passport, "UNKNOWN", "CHN", "passport_characters", "a word")]
    [InlineData(DocumentType.TaiwanTravelPermit, "70000001", "TWN", "issuing_country_unexpected", "permits are issued by the mainland")]
    [InlineData((DocumentType)99, "70000001", null, "document_type_unknown", "not in the list")]
    public void Anything_else_is_refused_with_its_reason(DocumentType type, string written, string? country, string code, string note) =>
        IdentityDocument.Parse(type, written, country, Today).Problem.ShouldNotBeNull(note).Code.ShouldBe(code, note);

    [Theory]
    [InlineData(DocumentType.HkMacaoTravelPermit, "H70000001", "H70000002", null, true, "one number for life")]
    [InlineData(DocumentType.HkMacaoTravelPermit, "H70000001", "M70000002", null, false, "who moves to Macao gets a new letter")]
    [InlineData(DocumentType.HkMacaoTravelPermit, "H7000000101", "H7000000102", null, false, "one number renewed")]
    [InlineData(DocumentType.TaiwanTravelPermit, "70000001", "70000002", null, true, "one number for life")]
    [InlineData(DocumentType.HkMacaoTaiwanResidencePermit, "810000198501010010", "820000198501010020", null, false, "different places")]
    [InlineData(DocumentType.ForeignPermanentResidentCard, "XXX700070010110", "970124198108030024", null, false, "cards of 2017 and 2023")]
    [InlineData(DocumentType.ForeignPermanentResidentCard, "XXX700070010110", "XXX700070010111", null, true, "same generation and nationality")]
    [InlineData(DocumentType.Passport, "E70000001", "E70000002", "CHN", false, "a renewed passport has another number")]
    public void Only_lifelong_numbers_of_one_series_tell_persons_apart(
        DocumentType type, string one, string other, string? country, bool apart, string note) =>
        IdentityDocument.Parse(type, one, country, Today).Value!
            .TellsApartFrom(IdentityDocument.Parse(type, other, country, Today).Value!).ShouldBe(apart, note);

    [Fact]
    public void Only_a_passport_is_weak() =>
        Samples().Where(document => document.IsWeak).Select(document => document.Type).Distinct().ShouldBe([DocumentType.Passport]);

    [Fact]
    public void What_is_printed_reads_back_as_the_same_document() =>
        Samples().ShouldAllBe(document => IdentityDocument.Restore(document.Print()) == document);

    [Fact]
    public void Number_and_country_parse_back_to_the_same_document() =>
        Samples().ShouldAllBe(document =>
            IdentityDocument.Parse(document.Type, document.Number, document.IssuingCountry, Today).Value == document);

    [Fact]
    public void A_card_of_2023_says_birth_date_sex_province_and_nationality()
    {
        var card = IdentityDocument.Parse(DocumentType.ForeignPermanentResidentCard, "970124198108030024", null, Today).Value
            .ShouldBeOfType<ForeignPermanentResidentCard>();

        (card.BirthDate, card.Sex, card.RegionCode, card.Nationality).ShouldBe((new DateOnly(1981, 8, 3), Sex.Female, "700000", "124"));
    }

    [Fact]
    public void A_refusal_never_repeats_the_number() =>
        IdentityDocument.Parse(DocumentType.ResidentId, "700000198512310030", null, Today).Problem!.Meaning.ShouldNotContain("7000");

    private static List<IdentityDocument> Samples()
    {
        var random = new Random(4);
        return [.. Enumerable.Range(0, 5_000).Select(_ => DocumentSamples.Any(random))
            .Select(sample => IdentityDocument.Parse(sample.Type, sample.Number, sample.Country, Today).Value.ShouldNotBeNull())];
    }
}
