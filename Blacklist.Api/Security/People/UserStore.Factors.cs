using System.Text;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Blacklist.Api.Security.People;

/// <summary>Recovery codes, kept as keyed digests, and passkeys.</summary>
internal sealed partial class UserStore
{
    private const string PasskeyColumns =
        "credential_id, public_key, created_at, sign_count, transports, is_user_verified, is_backup_eligible, is_backed_up, attestation_object, client_data_json, name";

    public async Task ReplaceCodesAsync(User user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            """
            WITH old AS (DELETE FROM security.recovery_codes WHERE user_id = $1 AND digest <> ALL ($2))
            INSERT INTO security.recovery_codes (user_id, digest) SELECT $1, unnest($2)
            """,
            user.Id, recoveryCodes.Select(code => Digest(user, code)).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<bool> RedeemCodeAsync(User user, string code, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            "DELETE FROM security.recovery_codes WHERE user_id = $1 AND digest = $2", user.Id, Digest(user, code));
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    public async Task<int> CountCodesAsync(User user, CancellationToken cancellationToken)
    {
        await using var command = database.Command("SELECT count(*)::int FROM security.recovery_codes WHERE user_id = $1", user.Id);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async Task AddOrUpdatePasskeyAsync(User user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        const string Upsert =
            $"""
            INSERT INTO security.passkeys ({PasskeyColumns}, user_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            ON CONFLICT (credential_id) DO UPDATE
            SET (name, sign_count, is_backed_up, is_user_verified) = (excluded.name, excluded.sign_count, excluded.is_backed_up, excluded.is_user_verified)
            WHERE passkeys.user_id = excluded.user_id AND passkeys.sign_count <= excluded.sign_count
            """;
        await using var command = database.Command(
            Upsert, passkey.CredentialId, passkey.PublicKey, passkey.CreatedAt.ToUniversalTime(), (long)passkey.SignCount, passkey.Transports ?? [], passkey.IsUserVerified,
            passkey.IsBackupEligible, passkey.IsBackedUp, passkey.AttestationObject, passkey.ClientDataJson, (object?)passkey.Name ?? DBNull.Value, user.Id);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(User user, CancellationToken cancellationToken) =>
        await Passkeys("user_id = $1 ORDER BY created_at", [user.Id], cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken) =>
        (await Passkeys("user_id = $1 AND credential_id = $2", [user.Id, credentialId], cancellationToken)).SingleOrDefault();

    public Task<User?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        database.One("user_id = (SELECT user_id FROM security.passkeys WHERE credential_id = $1)", credentialId, cancellationToken);

    public async Task RemovePasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var command = database.Command("DELETE FROM security.passkeys WHERE user_id = $1 AND credential_id = $2", user.Id, credentialId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Typed by hand: case and hyphens do not count.</summary>
    private byte[] Digest(User user, string code) =>
        vault.Mac(Encoding.UTF8.GetBytes($"recovery-code/{user.Id}/{code.Replace("-", "", StringComparison.Ordinal).Trim().ToUpperInvariant()}"));

    private async Task<List<UserPasskeyInfo>> Passkeys(string where, object[] values, CancellationToken cancellation)
    {
        await using var command = database.Command($"SELECT {PasskeyColumns} FROM security.passkeys WHERE {where}", values);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var passkeys = new List<UserPasskeyInfo>();
        while (await reader.ReadAsync(cancellation))
            passkeys.Add(Passkey(reader));
        return passkeys;
    }

    private static UserPasskeyInfo Passkey(NpgsqlDataReader row) => new(
        row.GetFieldValue<byte[]>(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<DateTimeOffset>(2), (uint)row.GetInt64(3), row.GetFieldValue<string[]>(4),
        row.GetBoolean(5), row.GetBoolean(6), row.GetBoolean(7), row.GetFieldValue<byte[]>(8), row.GetFieldValue<byte[]>(9))
    {
        Name = row.IsDBNull(10) ? null : row.GetString(10),
    };
}
