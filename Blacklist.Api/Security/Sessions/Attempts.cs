using Blacklist.Api.Security.People;

namespace Blacklist.Api.Security.Sessions;

/// <summary>
/// How often somebody may be wrong about a password or a code before the user waits. An attempt counts before it is judged, so that many at
/// once are no more than many after each other.
/// </summary>
internal sealed class Attempts(UserStore store, TimeProvider clock)
{
    private const int Allowed = 5;

    private static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);

    /// <returns>False when the user is locked for now.</returns>
    public Task<bool> Count(User user)
    {
        var now = clock.GetUtcNow();
        return store.CountAttempt(user, now, Allowed, lockedUntil: now + Lockout);
    }

    /// <summary>It was right: nothing is held against the user any more.</summary>
    public async Task Forget(User user)
    {
        await store.ResetAccessFailedCountAsync(user, CancellationToken.None);
        await store.SetLockoutEndDateAsync(user, null, CancellationToken.None);
    }
}
