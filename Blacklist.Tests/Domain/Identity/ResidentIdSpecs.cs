using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;

namespace Blacklist.Tests.Domain.Identity;

/// <summary>GB 11643-1999. Region 70xxxx was never given to a province: these numbers belong to nobody.</summary>
public sealed class ResidentIdSpecs
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData("70000019851231003X", "70000019851231003X", "as printed")]
    [InlineData("70000019851231003x", "70000019851231003X", "small x")]
    [InlineData("７００００019851231００３Ｘ", "70000019851231003X", "full width, partly")]
    [InlineData(" 700000 19851231 003X ", "70000019851231003X", "blanks between the groups")]
    [InlineData("700000-19851231-003X", "70000019851231003X", "hyphens")]
    [InlineData("700000—19851231–003X", "70000019851231003X", "dashes")]
    [InlineData("700000\u300019851231\u00A0003X", "70000019851231003X", "ideographic and no-break space")]
    [InlineData("\uFEFF\u202D70000019851231003X\u202C", "70000019851231003X", "byte order mark and direction marks of a copied cell")]
    [InlineData("70000019851231003Ⅹ", "70000019851231003X", "Roman numeral ten, as the standard words it")]
    [InlineData("70000019851231003Х", "70000019851231003X", "Cyrillic Ha")]
    [InlineData("700000851231003", "70000019851231003X", "15 digits")]
    [InlineData("700000851231998", "700000188512319983", "15 digits, sequence 998: a centenarian of 1985")]
    [InlineData("700000851231995", "700000198512319958", "15 digits, sequence 995: nobody special")]
    [InlineData("700000198512319982", "700000198512319982", "18 digits say the century themselves")]
    [InlineData("700000200002290024", "700000200002290024", "2000 was a leap year")]
    [InlineData("70010019700101001X", "70010019700101001X", "an unknown region is no refusal")]
    [InlineData("700000202611210017", "700000202611210017", "born today")]
    public void A_valid_number_has_one_key(string written, string key, string note)
    {
        var document = Parsed(written);

        document.Key.ShouldBe(key, note);
        document.ShouldBe(Parsed(key), note);
    }

    [Theory]
    [InlineData("", "document_number_empty", "nothing")]
    [InlineData(" - ", "document_number_empty", "separators only")]
    [InlineData("7000001985123100", "resident_id_length", "16 places")]
    [InlineData("70000019851231003X0", "resident_id_length", "19 places")]
    [InlineData("7000001985123100370000019851231003700000198512310037", "resident_id_length", "a pasted column")]
    [InlineData("70000019851231O03X", "resident_id_characters", "letter O for zero")]
    [InlineData("7000001985123100XX", "resident_id_characters", "X before the last place")]
    [InlineData("70000085123100X", "resident_id_characters", "15 places have no check digit")]
    [InlineData("７０００００１９８５１２３１００３十", "resident_id_characters", "Han ten")]
    [InlineData("٧٠٠٠٠٠١٩٨٥١٢٣١٠٠٣٠", "resident_id_characters", "Arabic-Indic digits")]
    [InlineData("700000\u000019851231003", "resident_id_characters", "NUL is no separator")]
    [InlineData("700000198502300014", "resident_id_birth_date", "30 February")]
    [InlineData("700000198513310015", "resident_id_birth_date", "month 13")]
    [InlineData("70000019000229001X", "resident_id_birth_date", "1900 was no leap year")]
    [InlineData("700000198500000018", "resident_id_birth_date", "month and day 0")]
    [InlineData("700000850229001", "resident_id_birth_date", "15 digits, 29 February 1985")]
    [InlineData("700000179912310019", "resident_id_birth_date", "before anyone on record")]
    [InlineData("700000202611220012", "resident_id_birth_date_in_future", "born tomorrow")]
    [InlineData("700000198512310030", "resident_id_check_digit", "0 instead of X")]
    [InlineData("70000019851231004X", "resident_id_check_digit", "one digit off")]
    [InlineData("810000198501010010", "resident_id_is_residence_permit", "Hong Kong")]
    [InlineData("970124198108030024", "resident_id_is_permanent_resident_card", "begins with 9")]
    public void Anything_else_is_refused_with_its_reason(string written, string code, string note) =>
        Problem(written).Code.ShouldBe(code, note);

    [Fact]
    public void Birth_date_sex_and_region_are_read_from_the_number()
    {
        var document = Parsed("700000200002290024");

        document.BirthDate.ShouldBe(new DateOnly(2000, 2, 29));
        document.Sex.ShouldBe(Sex.Female);
        document.RegionCode.ShouldBe("700000");
        Parsed("70000019851231003X").Sex.ShouldBe(Sex.Male);
    }

    [Fact]
    public void Two_numbers_are_two_persons() =>
        Parsed("70000019851231003X").TellsApartFrom(Parsed("700000200002290024")).ShouldBeTrue();

    [Fact]
    public void Fifteen_and_eighteen_digits_are_one_person() =>
        Parsed("70000019851231003X").TellsApartFrom(Parsed("700000851231003")).ShouldBeFalse();

    [Fact]
    public void The_text_form_shows_the_last_four_only() => Parsed("70000019851231003X").ToString().ShouldBe("**************003X");

    [Fact]
    public void Generators_get_valid_numbers() => ResidentId.WithCheckDigit("70000019851231003").ShouldBe("70000019851231003X");

    [Fact]
    public void Every_single_digit_change_of_ten_thousand_numbers_is_refused()
    {
        var random = new Random(11643);
        for (var i = 0; i < 10_000; i++)
        {
            var valid = DocumentSamples.ResidentId(random).ToCharArray();
            for (var place = 0; place < valid.Length; place++)
            {
                var right = valid[place];
                foreach (var wrong in place == 17 ? "0123456789X" : "0123456789")
                {
                    valid[place] = wrong;
                    if (wrong != right && Parse(new string(valid)).Value is not null)
                        Assert.Fail($"A changed digit at place {place} went unnoticed.");
                }

                valid[place] = right;
            }
        }
    }

    private static Parsed<IdentityDocument> Parse(string written) =>
        IdentityDocument.Parse(DocumentType.ResidentId, written, null, Today);

    private static IdentityDocument Parsed(string written) => Parse(written).Value.ShouldNotBeNull();

    private static Refusal Problem(string written) => Parse(written).Problem.ShouldNotBeNull();
}
