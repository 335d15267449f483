using Blacklist.Api.Security;
using Blacklist.Api.Security.Outside;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Blacklist.Tests.Security;

public sealed class OutsideKeysSpecs : IDisposable
{
    private readonly Issuer _issuer = new();
    private readonly HandClock _clock = new();
    private readonly OutsideKeys _keys;

    public OutsideKeysSpecs() => _keys = new OutsideKeys(_issuer, "https://login.example", _clock);

    public void Dispose() => _keys.Dispose();

    [Fact]
    public async Task A_key_that_is_not_known_is_looked_for_at_once()
    {
        var before = await Known();
        (await Newer(before)).ShouldNotBeSameAs(before);
        _issuer.Read.ShouldBe(2);
    }

    [Fact]
    public async Task A_thousand_unknown_keys_in_a_moment_are_looked_for_once()
    {
        var before = await Known();
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Newer(before)));
        var after = await Known();
        (await Newer(after)).ShouldBeSameAs(after);
        _issuer.Read.ShouldBe(2);
        _clock.Passes(OutsideKeys.Pause);
        (await Newer(after)).ShouldNotBeSameAs(after);
    }

    [Fact]
    public async Task What_is_known_is_read_again_in_time()
    {
        var before = await Known();
        _clock.Passes(OutsideKeys.Fresh - TimeSpan.FromSeconds(1));
        (await Known()).ShouldBeSameAs(before);
        _clock.Passes(TimeSpan.FromSeconds(1));
        (await Known()).ShouldNotBeSameAs(before);
    }

    [Fact]
    public async Task While_the_issuer_is_away_what_was_known_counts_for_hours_and_no_longer()
    {
        var before = await Known();
        _issuer.IsAway = true;
        _clock.Passes(OutsideKeys.Longest - TimeSpan.FromSeconds(1));
        (await Known()).ShouldBeSameAs(before);
        _clock.Passes(TimeSpan.FromSeconds(1));
        await Should.ThrowAsync<IssuerUnavailableException>(Known);
    }

    [Fact]
    public async Task An_issuer_that_was_never_reached_is_asked_again_after_the_pause_only()
    {
        _issuer.IsAway = true;
        await Should.ThrowAsync<IssuerUnavailableException>(Known);
        await Should.ThrowAsync<IssuerUnavailableException>(Known);
        _issuer.Read.ShouldBe(1);
        _issuer.IsAway = false;
        _clock.Passes(OutsideKeys.Pause);
        (await Known()).Issuer.ShouldBe("https://login.example");
    }

    private Task<OpenIdConnectConfiguration> Known() => _keys.Configuration(CancellationToken.None);

    private Task<OpenIdConnectConfiguration> Newer(OpenIdConnectConfiguration seen) => _keys.NewerThan(seen, CancellationToken.None);

    /// <summary>Its documents, and how often somebody read them.</summary>
    private sealed class Issuer : IDocumentRetriever
    {
        public bool IsAway { get; set; }

        public int Read { get; private set; }

        public Task<string> GetDocumentAsync(string address, CancellationToken cancel)
        {
            Read++;
            return IsAway ? throw new IOException("away") : Task.FromResult("""{"issuer":"https://login.example"}""");
        }
    }

    private sealed class HandClock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        public void Passes(TimeSpan time) => _now += time;
    }
}
