using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Sessions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Blacklist.Tests.Security;

public sealed class BelievedTokensSpecs : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly CountedValidation _validation = new();
    private readonly HandClock _clock = new();
    private readonly BelievedTokens _tokens;
    private readonly TokenValidationParameters _demanded;

    public BelievedTokensSpecs()
    {
        _tokens = new BelievedTokens(_validation, new AccessOptions(), new SessionLimits(), _clock);
        _demanded = new() { ValidIssuer = "http://localhost:5080", ValidAudience = "blacklist", IssuerSigningKey = new ECDsaSecurityKey(_key) };
    }

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task A_token_is_validated_once()
    {
        var token = new Jwt().SignedBy(_key);
        var first = await Ask(token);
        (await Ask(token)).ShouldBeSameAs(first);
        first.IsValid.ShouldBeTrue();
        _validation.Count.ShouldBe(1);
    }

    [Fact]
    public async Task At_its_expiry_a_token_is_validated_again()
    {
        var token = new Jwt { Claims = { ["exp"] = Jwt.Second(120) } }.SignedBy(_key);
        await Ask(token);
        _clock.Passes(TimeSpan.FromSeconds(119));
        await Ask(token);
        _validation.Count.ShouldBe(1);
        _clock.Passes(TimeSpan.FromSeconds(1));
        await Ask(token);
        _validation.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_token_of_long_life_is_validated_again_after_ten_minutes()
    {
        var token = new Jwt { Claims = { ["exp"] = Jwt.Second(86_400) } }.SignedBy(_key);
        await Ask(token);
        _clock.Passes(BelievedTokens.Longest);
        await Ask(token);
        _validation.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_refused_is_not_kept()
    {
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var token = new Jwt().SignedBy(stranger);
        (await Ask(token)).IsValid.ShouldBeFalse();
        (await Ask(token)).IsValid.ShouldBeFalse();
        _validation.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_believed_token_makes_no_other_text_believed()
    {
        var token = new Jwt().SignedBy(_key);
        await Ask(token);
        var claims = new Jwt { Claims = { ["roles"] = new JsonArray("approver") } }.SignedBy(_key).Split('.')[1];
        var forged = string.Join('.', token.Split('.')[0], claims, token.Split('.')[2]);
        (await Ask(forged)).IsValid.ShouldBeFalse();
    }

    [Fact]
    public async Task A_token_with_a_critical_extension_is_never_believed()
    {
        var token = new Jwt { Header = { ["crit"] = new JsonArray("exp") } }.SignedBy(_key);
        (await Ask(token)).IsValid.ShouldBeFalse();
        (await Ask(token)).IsValid.ShouldBeFalse();
    }

    [Fact]
    public async Task No_more_than_a_bounded_number_is_kept()
    {
        var first = new Jwt().SignedBy(_key);
        await Ask(first);
        for (var other = 0; other < BelievedTokens.Most; other++)
        {
            await _tokens.ValidateTokenAsync($"another {other}", _demanded);
        }

        var before = _validation.Count;
        await Ask(first);
        _validation.Count.ShouldBe(before + 1);
    }

    private Task<TokenValidationResult> Ask(string token) => _tokens.ValidateTokenAsync(token, _demanded);

    /// <summary>The library's validation, counted; a text that is no token at all counts as a valid one, to have many cheaply.</summary>
    private sealed class CountedValidation : TokenHandler
    {
        private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

        public int Count { get; private set; }

        public override Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
        {
            Count++;
            return token.Contains('.')
                ? _handler.ValidateTokenAsync(token, validationParameters)
                : Task.FromResult(new TokenValidationResult
                {
                    IsValid = true,
                    ClaimsIdentity = new(),
                    SecurityToken = new JsonWebToken("{}", $$"""{"exp":{{Jwt.Second(600)}}}"""),
                });
        }
    }

    private sealed class HandClock : TimeProvider
    {
        private DateTimeOffset _now = DateTimeOffset.FromUnixTimeSeconds(Jwt.Second(0));

        public override DateTimeOffset GetUtcNow() => _now;

        public void Passes(TimeSpan time) => _now += time;
    }
}
