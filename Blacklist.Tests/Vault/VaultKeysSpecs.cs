using Blacklist.Api.Hosting;
using Blacklist.Api.Vault.Keys;
using static Blacklist.Tests.Vault.VaultSamples;

namespace Blacklist.Tests.Vault;

public sealed class VaultKeysSpecs
{
    private static readonly string Good = Keys(1).ToJson();
    private static readonly string KeyText = Convert.ToBase64String(Keys(1).MasterKeys[0].Key);

    [Fact]
    public void What_is_written_reads_back_to_the_same_keys() =>
        VaultKeys.Parse(Good, "here").ToJson().ShouldBe(Good);

    [Fact]
    public void A_file_has_master_keys_alone_unless_it_is_an_old_one()
    {
        VaultKeys.Parse("""{"masterKeys":[{"id":"00000001","key":"AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=","created":"2026-11-21T00:00:00Z"}]}""", "here").DigestKeys.ShouldBeEmpty();
        VaultKeys.Create(DateTimeOffset.UnixEpoch).DigestKeys.ShouldBeEmpty();
    }

    [Fact]
    public void New_keys_are_new_each_time() =>
        VaultKeys.Create(DateTimeOffset.UnixEpoch).ToJson().ShouldNotBe(VaultKeys.Create(DateTimeOffset.UnixEpoch).ToJson());

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"masterKeys":[],"digestKeys":[]}""")]
    [InlineData("""{"masterKeys":null,"digestKeys":null}""")]
    public void A_file_without_keys_is_refused(string text) => Refused(text);

    [Fact]
    public void A_key_that_is_short_or_not_base64_is_refused()
    {
        Refused(Good.Replace(KeyText, "AAAA", StringComparison.Ordinal));
        Refused(Good.Replace(KeyText, "****", StringComparison.Ordinal));
    }

    [Fact]
    public void An_id_that_is_odd_or_given_twice_is_refused()
    {
        Refused(Good.Replace("00000001", "0000000G", StringComparison.Ordinal));
        Refused(Good.Replace("00000001", "00000101", StringComparison.Ordinal));
    }

    [Fact]
    public void A_refusal_quotes_no_key()
    {
        var message = Should.Throw<StartProblem>(() => VaultKeys.Parse(Good + "}", "here")).ToString();

        message.ShouldContain("here is not a vault key file");
        message.ShouldNotContain(KeyText);
    }

    [Fact]
    public void The_text_form_of_keys_shows_no_key() =>
        $"{Keys(1)} {Keys(1).MasterKeys[0]}".ShouldNotContain(KeyText);

    private static void Refused(string text) => Should.Throw<StartProblem>(() => VaultKeys.Parse(text, "here"));
}
