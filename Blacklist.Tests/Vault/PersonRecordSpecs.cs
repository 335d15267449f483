using System.Security.Cryptography;
using System.Text;
using Blacklist.Api.Vault;
using Blacklist.Api.Vault.Keys;
using static Blacklist.Tests.Vault.VaultSamples;

namespace Blacklist.Tests.Vault;

public sealed class PersonRecordSpecs
{
    private static readonly KeyRing Keys = Ring();
    private static readonly PersonRecord Record = PersonRecord.Seal(Keys, Zhang, ZhangIdentity);

    [Fact]
    public void What_was_sealed_opens_to_the_same_identity_and_digests()
    {
        var opened = Record.Open(Keys);

        opened.Id.ShouldBe(Zhang);
        opened.Identity!.Name.ShouldBe(ZhangIdentity.Name);
        opened.Identity.Documents.ShouldBe(ZhangIdentity.Documents);
        opened.Identity.BirthDate.ShouldBe(ZhangIdentity.BirthDate);
        opened.Identity.Sex.ShouldBe(ZhangIdentity.Sex);
    }

    [Fact]
    public void A_person_without_documents_or_birth_date_is_sealed_too()
    {
        var opened = PersonRecord.Seal(Keys, Li, LiIdentity).Open(Keys);

        opened.Identity!.Documents.ShouldBeEmpty();
        opened.Identity.BirthDate.ShouldBeNull();
        opened.IsErased.ShouldBeFalse();
    }

    [Fact]
    public void Former_names_and_a_birth_year_are_sealed_too()
    {
        var opened = PersonRecord.Seal(Keys, Li, LiIdentity with { OtherNames = [Name("李思"), Name("阿卜杜拉·买买提")], BirthYear = 1961 }).Open(Keys);

        opened.Identity!.OtherNames.ShouldBe([Name("李思"), Name("阿卜杜拉·买买提")]);
        opened.Identity.BirthYear.ShouldBe(1961);
    }

    [Fact]
    public void A_row_moved_to_another_person_does_not_open() =>
        Refused(Record with { Id = Li });

    [Fact]
    public void A_key_moved_to_another_person_does_not_open_that_person()
    {
        var other = PersonRecord.Seal(Keys, Li, LiIdentity);

        Refused(other with { WrappedKey = Record.WrappedKey });
        Refused(other with { WrappedKey = Record.WrappedKey, Sealed = Record.Sealed });
    }

    [Fact]
    public void Every_changed_byte_is_noticed()
    {
        for (var i = 0; i < Record.Sealed!.Length; i++)
            Refused(Record with { Sealed = Flipped(Record.Sealed, i) });
        for (var i = 0; i < Record.WrappedKey!.Length; i++)
            Refused(Record with { WrappedKey = Flipped(Record.WrappedKey, i) });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(27)]
    [InlineData(40)]
    public void A_shortened_record_does_not_open(int length) => Refused(Record with { Sealed = Record.Sealed![..length] });

    [Fact]
    public void An_unknown_algorithm_is_refused() => Refused(Record with { Algorithm = 2 });

    [Fact]
    public void Another_master_key_does_not_open_it()
    {
        Should.Throw<CryptographicException>(() => Record.Open(Ring(9))).Message.ShouldContain("master key 00000001");
        Refused(Record with { MasterKeyId = "000000ff" });
    }

    [Fact]
    public void A_new_master_key_seals_while_the_old_one_still_opens()
    {
        var (old, young) = (Keys(1), Keys(7));
        var both = new KeyRing(old with
        {
            MasterKeys = [old.MasterKeys[0], young.MasterKeys[0] with { Created = DateTimeOffset.UnixEpoch.AddDays(1) }],
        });

        Record.Open(both).Identity!.Name.ShouldBe(ZhangIdentity.Name);
        PersonRecord.Seal(both, Li, LiIdentity).MasterKeyId.ShouldBe(young.MasterKeys[0].Id);
    }

    [Fact]
    public void An_erased_row_comes_back_as_erased_and_not_as_an_error()
    {
        var opened = (Record with { WrappedKey = null, Sealed = null }).Open(Keys);

        opened.IsErased.ShouldBeTrue();
    }

    [Fact]
    public void The_row_shows_nothing_of_the_person()
    {
        var bytes = Encoding.Latin1.GetString([.. Record.WrappedKey!, .. Record.Sealed!]);

        bytes.ShouldNotContain("70000019851231003X");
        bytes.ShouldNotContain(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes("张三")));
    }

    [Fact]
    public void The_same_identity_is_sealed_differently_each_time()
    {
        var again = PersonRecord.Seal(Keys, Zhang, ZhangIdentity);

        again.WrappedKey.ShouldNotBe(Record.WrappedKey);
        again.Sealed.ShouldNotBe(Record.Sealed);
    }

    [Fact]
    public void What_is_said_of_a_row_that_does_not_open_names_the_person_by_reference_only()
    {
        var message = Should.Throw<CryptographicException>(() => (Record with { Id = Li }).Open(Keys)).Message;

        message.ShouldContain(Li.Value.ToString());
        message.ShouldNotContain("张");
    }

    private static void Refused(PersonRecord record) => Should.Throw<CryptographicException>(() => record.Open(Keys));

    private static byte[] Flipped(byte[] bytes, int place) => [.. bytes[..place], (byte)(bytes[place] ^ 1), .. bytes[(place + 1)..]];
}
