using System.Collections.Concurrent;

namespace Blacklist.Api.Security.Issuer;

/// <summary>Ten wrong secrets for one client from one address within a minute, and that address waits for the minute's end.</summary>
internal sealed class FailedAttempts(TimeProvider clock)
{
    private const int Allowed = 10;
    private const int Remembered = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Address, string ClientId), Attempts> _attempts = new();

    /// <summary>How long to wait before the next try; zero when it is welcome.</summary>
    public TimeSpan Wait(string address, string clientId) =>
        _attempts.TryGetValue((address, clientId), out var attempts) && attempts.Count >= Allowed && attempts.Until > clock.GetUtcNow()
            ? attempts.Until - clock.GetUtcNow()
            : TimeSpan.Zero;

    public void Failed(string address, string clientId)
    {
        var now = clock.GetUtcNow();
        if (_attempts.Count >= Remembered)
            Forget(attempts => attempts.Until <= now);
        if (_attempts.Count >= Remembered)
            Forget(attempts => attempts.Count == 1);
        if (_attempts.Count >= Remembered)
            _attempts.Clear();
        _attempts.AddOrUpdate(
            (address, clientId), _ => new Attempts(1, now + Window),
            (_, known) => known.Until > now ? known with { Count = known.Count + 1 } : new Attempts(1, now + Window));
    }

    public void Succeeded(string address, string clientId) => _attempts.TryRemove((address, clientId), out _);

    /// <summary>What is made up fails once: that it fills the memory must not keep what comes afterwards from being counted.</summary>
    private void Forget(Func<Attempts, bool> isOver)
    {
        foreach (var (key, attempts) in _attempts)
        {
            if (isOver(attempts))
                _attempts.TryRemove(key, out _);
        }
    }

    private sealed record Attempts(int Count, DateTimeOffset Until);
}
