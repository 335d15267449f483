using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Blacklist.Api.Security.Outside;

/// <summary>
/// Addresses and keys of the outside issuer, kept for <see cref="Fresh"/> and read anew when a key is not among them: at once, but never more often
/// than every <see cref="Pause"/>, so that nobody can make this node hammer the issuer with tokens of keys that there are not.
/// </summary>
internal sealed class OutsideKeys(IDocumentRetriever documents, string authority, TimeProvider clock) : IDisposable
{
    /// <summary>A key that the issuer withdrew counts no longer than this.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>While the issuer cannot be reached, what was known of it counts so long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly string _address = authority.TrimEnd('/') + "/.well-known/openid-configuration";
    private volatile Known? _known;
    private (DateTimeOffset At, Exception? Failure) _tried;

    public async Task<OpenIdConnectConfiguration> Configuration(CancellationToken cancellation) =>
        _known is { } known && clock.GetUtcNow() < known.ReadAt + Fresh ? known.Configuration : await Read(_known, waits: false, cancellation);

    /// <param name="seen">What did not hold the key: whatever was read since then is new enough.</param>
    /// <returns>The same again when it was read a moment ago.</returns>
    public async Task<OpenIdConnectConfiguration> NewerThan(OpenIdConnectConfiguration seen, CancellationToken cancellation) =>
        _known is { } known && known.Configuration != seen ? known.Configuration : await Read(_known, waits: true, cancellation);

    public void Dispose() => _turn.Dispose();

    /// <summary>One reads. Whoever waited for it takes what it found; who need not wait goes on with what is known.</summary>
    private async Task<OpenIdConnectConfiguration> Read(Known? before, bool waits, CancellationToken cancellation)
    {
        if (!await _turn.WaitAsync(waits || before is null ? Timeout.Infinite : 0, cancellation))
        {
            return Usable(before);
        }

        try
        {
            var now = clock.GetUtcNow();
            if (_known == before && now >= _tried.At + Pause)
            {
                await Try(now);
            }

            return Usable(_known);
        }
        finally
        {
            _turn.Release();
        }
    }

    private OpenIdConnectConfiguration Usable(Known? known) =>
        known is not null && clock.GetUtcNow() < known.ReadAt + Longest ? known.Configuration : throw new IssuerUnavailableException(_tried.Failure);

    /// <summary>It is read for everybody: a caller who goes away does not end it.</summary>
    private async Task Try(DateTimeOffset now)
    {
        try
        {
            var read = await OpenIdConnectConfigurationRetriever.GetAsync(_address, documents, CancellationToken.None);
            _tried = (_known is null ? default : now, null); // the first time repeats nothing
            _known = new Known(read, now);
        }
        catch (Exception failure) when (failure is IOException or InvalidOperationException or ArgumentException or HttpRequestException or OperationCanceledException or JsonException)
        {
            _tried = (now, failure);
        }
    }

    private sealed record Known(OpenIdConnectConfiguration Configuration, DateTimeOffset ReadAt);
}
