using Npgsql;

namespace Blacklist.Api.EventLog.Schema;

/// <summary>A turn among all nodes of the database: held by a session until disposed, or until that session is gone.</summary>
internal sealed class DatabaseLock : IAsyncDisposable
{
    /// <summary>Who applies scripts.</summary>
    public const long Schema = 0x426C_6163_6B01;

    /// <summary>Who builds read models.</summary>
    public const long ReadModels = 0x426C_6163_6B02;

    private readonly NpgsqlConnection connection;
    private readonly long key;

    private DatabaseLock(NpgsqlConnection connection, long key) => (this.connection, this.key) = (connection, key);

    public static async Task<DatabaseLock> Take(NpgsqlConnection connection, long key)
    {
        await Run(connection, "SELECT pg_advisory_lock($1)", key);
        return new DatabaseLock(connection, key);
    }

    public async ValueTask DisposeAsync() => await Run(connection, "SELECT pg_advisory_unlock($1)", key);

    private static async Task Run(NpgsqlConnection connection, string sql, long key)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0, Parameters = { new() { Value = key } } };
        await command.ExecuteNonQueryAsync();
    }
}
