using Npgsql;

namespace Blacklist.Api.Security.People;

/// <summary>Users as their table holds them.</summary>
internal static class UserRows
{
    public const string Columns =
        """
        user_id, user_name, name, department, roles, regions, purposes, password_hash, password_is_temporary, security_stamp::text,
        sealed_authenticator_key, second_factor_since, failed_attempts, locked_until, version, granted_by, confirmed_by, created_at, suspended_at,
        EXISTS (SELECT FROM security.passkeys p WHERE p.user_id = users.user_id)
        """;

    public static NpgsqlCommand Command(this NpgsqlDataSource database, string sql, params object[] values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    public static async Task<User?> One(this NpgsqlDataSource database, string where, object value, CancellationToken cancellation) =>
        (await database.Many($"SELECT {Columns} FROM security.users WHERE {where}", [value], cancellation)).SingleOrDefault();

    public static async Task<IReadOnlyList<User>> Many(
        this NpgsqlDataSource database, string sql, object[] values, CancellationToken cancellation)
    {
        await using var command = database.Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var users = new List<User>();
        while (await reader.ReadAsync(cancellation))
            users.Add(Read(reader));
        return users;
    }

    private static User Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1),
        new UserDetails(row.GetString(2), row.GetString(3), row.GetFieldValue<string[]>(4), row.GetFieldValue<string[]>(5), row.GetFieldValue<string[]>(6)))
    {
        PasswordHash = row.GetString(7),
        PasswordIsTemporary = row.GetBoolean(8),
        SecurityStamp = row.GetString(9),
        SealedAuthenticatorKey = row.IsDBNull(10) ? null : row.GetFieldValue<byte[]>(10),
        SecondFactorSince = Moment(row, 11),
        FailedAttempts = row.GetInt32(12),
        LockedUntil = Moment(row, 13),
        Version = row.GetInt64(14),
        GrantedBy = row.GetString(15),
        ConfirmedBy = row.IsDBNull(16) ? null : row.GetString(16),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(17),
        SuspendedAt = Moment(row, 18),
        HasPasskey = row.GetBoolean(19),
    };

    private static DateTimeOffset? Moment(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
