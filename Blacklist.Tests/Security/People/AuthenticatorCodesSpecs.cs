using Blacklist.Api.Security.Sessions;

namespace Blacklist.Tests.Security.People;

public sealed class AuthenticatorCodesSpecs
{
    /// <summary>"12345678901234567890" of RFC 6238, appendix B, in Base32.</summary>
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_RFC_6238(long seconds, string code) => AuthenticatorCodes.At(Key, DateTimeOffset.FromUnixTimeSeconds(seconds)).ShouldBe(code);

    [Theory]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(-31, false)]
    [InlineData(60, false)]
    public void A_clock_may_be_half_a_minute_off(int seconds, bool accepted)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        var codes = new AuthenticatorCodes(null!, new AdjustableClock { Now = now });

        (codes.StepOf(Key, AuthenticatorCodes.At(Key, now.AddSeconds(seconds))) is not null).ShouldBe(accepted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00592")]
    [InlineData("0059244")]
    [InlineData("００５９２４")]
    public void What_is_no_code_is_refused(string code) =>
        new AuthenticatorCodes(null!, new AdjustableClock { Now = DateTimeOffset.FromUnixTimeSeconds(1234567890) }).StepOf(Key, code).ShouldBeNull();

    [Fact]
    public void A_new_key_has_160_bits_and_is_never_the_same()
    {
        AuthenticatorCodes.NewKey().Length.ShouldBe(32);
        AuthenticatorCodes.NewKey().ShouldNotBe(AuthenticatorCodes.NewKey());
    }
}
