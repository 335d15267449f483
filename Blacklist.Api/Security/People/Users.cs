using System.Security.Cryptography;
using System.Text.Json;
using Blacklist.Api.Security.Sessions;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Regions;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.Security.People;

/// <summary>
/// The people who may use the console, and what administrators do to them; each act stands in <c>security.administration</c> and ends
/// the sessions of the person it is about. A password is shown once, when it is made, and must be replaced at the first sign-in.
/// </summary>
internal sealed class Users(NpgsqlDataSource database, SessionLimits limits)
{
    /// <summary>Who works on the server itself; needs no second administrator.</summary>
    public const string Operator = "operator";

    /// <summary>Confirms by itself what needs no second administrator.</summary>
    private const string Registry = "registry";

    private const string Forgotten =
        """
        , keys AS (DELETE FROM security.passkeys WHERE user_id IN (SELECT user_id FROM changed)),
        codes AS (DELETE FROM security.recovery_codes WHERE user_id IN (SELECT user_id FROM changed))
        """;

    public static readonly Refusal NameTaken = new("user_name_taken", "There is a user of this name already.");

    public static readonly Refusal SameAdministrator = new("same_administrator_granted", "Somebody else than who granted it must confirm it.");

    public static readonly Refusal NothingToConfirm = new("user_already_confirmed", "There is nothing to confirm: what the user was given is in force.");

    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789"; // read aloud and copied by hand

    /// <returns>The user and the password to begin with, or why there is none.</returns>
    public async Task<Parsed<AddedUser>> Add(string userName, UserDetails details, string by)
    {
        if (!User.IsUserName(userName))
            return User.UserNameInvalid;
        if (details.Problem is { } problem)
            return problem;
        const string Insert =
            """
            WITH added AS (
              INSERT INTO security.users
                (user_id, user_name, normalized_name, name, department, roles, regions, purposes, password_hash, password_is_temporary, granted_by, confirmed_by)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, true, $10, $11)
              ON CONFLICT (normalized_name) DO NOTHING RETURNING user_id)
            INSERT INTO security.administration (actor, act, subject, details) SELECT $10, 'user_added', user_id, $12 FROM added
            """;
        var (id, password) = ("u-" + RandomNumberGenerator.GetString(Alphabet, 10), NewPassword());
        await using var command = database.Command(
            Insert, id, userName, User.Normalize(userName), details.Name, details.Department, details.Roles.ToArray(), details.Regions.ToArray(),
            details.Purposes.ToArray(), Passwords.Hash(password), by, Confirmer(details, by), Granted(details));
        command.Parameters[^1].NpgsqlDbType = NpgsqlDbType.Jsonb;
        return await command.ExecuteNonQueryAsync() == 1 ? new AddedUser(id, password) : NameTaken;
    }

    public Task<User?> Find(string id, CancellationToken cancellation = default) => database.One("user_id = $1", id, cancellation);

    public Task<User?> Named(string userName, CancellationToken cancellation = default) =>
        database.One("normalized_name = $1", User.Normalize(userName), cancellation);

    /// <summary>Whoever works wholly within one of these regions, in the order of their ids, after <paramref name="after"/>.</summary>
    /// <param name="part">Of the name, the user name or the department; everybody when it is empty.</param>
    public Task<IReadOnlyList<User>> All(string after, int most, IReadOnlyList<RegionCode> regions, CancellationToken cancellation, string part = "") => database.Many(
        $"""
        SELECT {UserRows.Columns} FROM security.users WHERE user_id > $1
        AND NOT EXISTS (SELECT FROM unnest(regions) region WHERE NOT EXISTS (SELECT FROM unnest($3) own WHERE starts_with(region, own)))
        AND ($4 = '' OR strpos(lower(concat_ws(' ', user_name, name, department)), lower($4)) > 0)
        ORDER BY user_id LIMIT $2
        """,
        [after, most, regions.Select(region => region.Prefix).ToArray(), part], cancellation);

    /// <summary>Replaces all that the user was given.</summary>
    /// <returns>False when the user changed since <paramref name="version"/>.</returns>
    public Task<bool> Change(string id, long version, UserDetails details, string by) => Act(
        "user_changed", id, version, by, Granted(details),
        "name = $6, department = $7, roles = $8, regions = $9, purposes = $10, granted_by = $2, confirmed_by = $11", "",
        details.Name, details.Department, details.Roles.ToArray(), details.Regions.ToArray(), details.Purposes.ToArray(), Confirmer(details, by));

    public Task<bool> Confirm(User user, string by) => Act("user_confirmed", user.Id, user.Version, by, "{}", "confirmed_by = $2", "");

    /// <summary>Out within the time that sessions are believed, and not in again.</summary>
    public Task<bool> Suspend(User user, string by) => Act("user_suspended", user.Id, user.Version, by, "{}", "suspended_at = now()", "");

    public Task<bool> Resume(User user, string by) => Act(
        "user_resumed", user.Id, user.Version, by, "{}", "suspended_at = NULL, failed_attempts = 0, locked_until = NULL", "");

    /// <summary>
    /// For who lost a password or a device: a new password to begin with, and no second factor until a new one is set up. Whoever learns that password
    /// could be the user: what takes two administrators to give takes two to hand over.
    /// </summary>
    /// <returns>The password; null when the user changed meanwhile.</returns>
    public async Task<string?> Reset(User user, string by)
    {
        var password = NewPassword();
        const string Begin =
            "password_hash = $6, password_is_temporary = true, sealed_authenticator_key = NULL, second_factor_since = NULL, failed_attempts = 0, locked_until = NULL";
        var change = NeedsAnother(user.Details, by) ? Begin + ", granted_by = $2, confirmed_by = NULL" : Begin;
        return await Act("user_reset", user.Id, user.Version, by, "{}", change, Forgotten, Passwords.Hash(password)) ? password : null;
    }

    private static string NewPassword() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 5)));

    private static string Granted(UserDetails details) => JsonSerializer.Serialize(new { details.Department, details.Roles, details.Regions, details.Purposes }, JsonSerializerOptions.Web);

    /// <summary>Ordinary rights need one administrator; those that demand a second factor, a second one.</summary>
    private object Confirmer(UserDetails details, string by) => NeedsAnother(details, by) ? DBNull.Value : Registry;

    private bool NeedsAnother(UserDetails details, string by) => by != Operator && limits.DemandsSecondFactor(details.Roles);

    /// <param name="change">What is set, and <paramref name="along"/> what is done with it: constants of this class. Values begin at $6.</param>
    private async Task<bool> Act(string act, string id, long version, string by, string details, string change, string along, params object[] values)
    {
        await using var command = database.Command(
            $"""
            WITH changed AS (
              UPDATE security.users SET version = version + 1, security_stamp = gen_random_uuid(), {change}
              WHERE user_id = $1 AND version = $5 RETURNING user_id){along}
            INSERT INTO security.administration (actor, act, subject, details) SELECT $2, $3, user_id, $4 FROM changed
            """,
            [id, by, act, details, version, .. values]);
        command.Parameters[3].NpgsqlDbType = NpgsqlDbType.Jsonb;
        return await command.ExecuteNonQueryAsync() > 0;
    }
}

/// <param name="Password">To begin with; nobody can read it again.</param>
internal sealed record AddedUser(string Id, string Password)
{
    public override string ToString() => Id;
}
