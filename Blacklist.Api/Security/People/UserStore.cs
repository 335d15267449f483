using System.Text;
using Blacklist.Api.Vault;
using Blacklist.Api.Vault.Keys.Rotation;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Blacklist.Api.Security.People;

/// <summary>
/// What ASP.NET Core Identity keeps about a user. Each setter is one statement and holds at once, so that a failed attempt counted on one
/// node counts on all; who exists and what they may do is <see cref="Users"/>' affair.
/// </summary>
internal sealed partial class UserStore(NpgsqlDataSource database, IdentityVault vault) :
    IUserPasswordStore<User>, IUserLockoutStore<User>, IUserSecurityStampStore<User>, IUserAuthenticatorKeyStore<User>,
    IUserTwoFactorStore<User>, IUserTwoFactorRecoveryCodeStore<User>, IUserPasskeyStore<User>
{
    /// <summary>Keys of authenticators, when the master key changes: they stay what they are, and nobody's session ends.</summary>
    public static readonly SealedTable Authenticators = new(
        "SELECT user_id, sealed_authenticator_key FROM security.users WHERE substr(sealed_authenticator_key, 2, 4) = $1 LIMIT $2",
        """
        WITH changed AS (
          UPDATE security.users AS kept SET sealed_authenticator_key = given.after FROM unnest($1, $2, $3) AS given (id, before, after)
           WHERE kept.user_id = given.id AND kept.sealed_authenticator_key = given.before
          RETURNING kept.user_id)
        SELECT count(*)::integer FROM changed
        """,
        AssociatedWith);

    public Task<User?> FindByIdAsync(string userId, CancellationToken cancellationToken) => database.One("user_id = $1", userId, cancellationToken);

    public Task<User?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        database.One("normalized_name = $1", normalizedUserName, cancellationToken);

    public Task<string> GetUserIdAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserName);

    public Task<string?> GetNormalizedUserNameAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(User.Normalize(user.UserName));

    public Task<string?> GetPasswordHashAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.PasswordHash);

    public Task<bool> HasPasswordAsync(User user, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Whoever sets it chose it, and every session that rests on the old one ends.</summary>
    public Task SetPasswordHashAsync(User user, string? passwordHash, CancellationToken cancellationToken) =>
        Set(user, "password_hash = $2, password_is_temporary = false, security_stamp = gen_random_uuid()", cancellationToken, passwordHash!);

    public Task<string?> GetSecurityStampAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    /// <summary>The database makes it, where it changes what a session must not outlive.</summary>
    public Task SetSecurityStampAsync(User user, string stamp, CancellationToken cancellationToken) =>
        Set(user, "security_stamp = gen_random_uuid()", cancellationToken);

    public Task<bool> GetLockoutEnabledAsync(User user, CancellationToken cancellationToken) => Task.FromResult(true);

    public async Task<int> GetAccessFailedCountAsync(User user, CancellationToken cancellationToken) =>
        (await FindByIdAsync(user.Id, cancellationToken))?.FailedAttempts ?? 0;

    public async Task<DateTimeOffset?> GetLockoutEndDateAsync(User user, CancellationToken cancellationToken) =>
        (await FindByIdAsync(user.Id, cancellationToken))?.LockedUntil;

    public async Task<int> IncrementAccessFailedCountAsync(User user, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            "UPDATE security.users SET failed_attempts = failed_attempts + 1 WHERE user_id = $1 RETURNING failed_attempts", user.Id);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Counts and locks in one statement: whoever read the user before somebody else's attempt locked it finds it locked all the same.</summary>
    /// <returns>False, and nothing is counted, when it is locked.</returns>
    public async Task<bool> CountAttempt(User user, DateTimeOffset now, int allowed, DateTimeOffset lockedUntil)
    {
        await using var command = database.Command(
            """
            UPDATE security.users
               SET failed_attempts = CASE WHEN failed_attempts + 1 < $3 THEN failed_attempts + 1 ELSE 0 END,
                   locked_until = CASE WHEN failed_attempts + 1 < $3 THEN locked_until ELSE $4 END
             WHERE user_id = $1 AND (locked_until IS NULL OR locked_until <= $2)
            """,
            user.Id, now.ToUniversalTime(), allowed, lockedUntil.ToUniversalTime());
        return await command.ExecuteNonQueryAsync() == 1;
    }

    public Task ResetAccessFailedCountAsync(User user, CancellationToken cancellationToken) => Set(user, "failed_attempts = 0", cancellationToken);

    public Task SetLockoutEndDateAsync(User user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) =>
        Set(user, "locked_until = $2", cancellationToken, lockoutEnd is { } end ? end.ToUniversalTime() : DBNull.Value);

    public Task<bool> GetTwoFactorEnabledAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.SecondFactorSince is not null);

    /// <summary>It follows from the key.</summary>
    public Task SetTwoFactorEnabledAsync(User user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> GetAuthenticatorKeyAsync(User user, CancellationToken cancellationToken) => Task.FromResult(
        user.SealedAuthenticatorKey is { } key ? Encoding.ASCII.GetString(vault.OpenBlob(key, Associated(user))) : null);

    /// <summary>It counts from now on, and replaces the one before; only a key that has proved to work is set.</summary>
    public Task SetAuthenticatorKeyAsync(User user, string key, CancellationToken cancellationToken) => Set(
        user, "sealed_authenticator_key = $2, last_code_step = 0, second_factor_since = now(), security_stamp = gen_random_uuid()", cancellationToken,
        vault.SealBlob(Encoding.ASCII.GetBytes(key), Associated(user)));

    /// <summary>A code counts once: false when this one, or a later one, was used already.</summary>
    public async Task<bool> Use(User user, long step, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            "UPDATE security.users SET last_code_step = $2 WHERE user_id = $1 AND last_code_step < $2", user.Id, step);
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    public Task<IdentityResult> UpdateAsync(User user, CancellationToken cancellationToken) => Task.FromResult(IdentityResult.Success);

    public Task<IdentityResult> CreateAsync(User user, CancellationToken cancellationToken) => throw new NotSupportedException("Users are added by administrators.");

    public Task<IdentityResult> DeleteAsync(User user, CancellationToken cancellationToken) => throw new NotSupportedException("Users are suspended, not deleted.");

    public Task SetUserNameAsync(User user, string? userName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetNormalizedUserNameAsync(User user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetLockoutEnabledAsync(User user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        // It owns nothing: the database is the process's.
    }

    private static byte[] Associated(User user) => AssociatedWith(user.Id);

    private static byte[] AssociatedWith(string user) => Encoding.UTF8.GetBytes($"authenticator-key/{user}");

    private async Task Set(User user, string change, CancellationToken cancellation, params object[] values)
    {
        await using var command = database.Command($"UPDATE security.users SET {change} WHERE user_id = $1", [user.Id, .. values]);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
