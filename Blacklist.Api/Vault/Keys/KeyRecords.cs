using Blacklist.Api.EventLog.Json;
using Npgsql;

namespace Blacklist.Api.Vault.Keys;

/// <summary>The rows of <c>vault.keys</c>. What state a key is in the database's clock alone decides, for all nodes.</summary>
internal sealed class KeyRecords(NpgsqlDataSource database)
{
    private const string Select =
        """
        WITH held AS (
          SELECT key.*, (SELECT count(*)::integer FROM vault.key_holders AS node
                          WHERE key.purpose = 'master' AND node.seen_at > now() - interval '1 minute' AND key.key_id <> ALL (node.master_keys)) AS missing
            FROM vault.keys AS key),
        known AS (
          SELECT held.*, in_use_from <= now() AND settled_at IS NULL AND missing = 0 AS usable,
                 lead(in_use_from) OVER (PARTITION BY purpose ORDER BY in_use_from, created_at, key_id) AS replaced_at
            FROM held)
        SELECT key_id, purpose, algorithm,
               CASE WHEN settled_at IS NOT NULL THEN 'kept'
                    WHEN NOT usable THEN 'published'
                    WHEN row_number() OVER (PARTITION BY purpose, usable ORDER BY in_use_from DESC, created_at DESC, key_id DESC) = 1 THEN 'inUse'
                    ELSE 'retired' END,
               created_at, in_use_from, due_at, CASE WHEN least(replaced_at, settled_at) <= now() THEN least(replaced_at, settled_at) END, settled_at,
               public_jwk, check_value, sealed, missing, now() - least(replaced_at, settled_at)
          FROM known
         ORDER BY purpose, in_use_from, created_at, key_id
        """;

    public async Task<IReadOnlyList<KeyRecord>> Read(CancellationToken cancellation = default)
    {
        await using var command = database.CreateCommand(Select);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var keys = new List<KeyRecord>();
        while (await reader.ReadAsync(cancellation))
        {
            keys.Add(new KeyRecord(
                reader.GetString(0), EnumWords.Read<KeyPurpose>(reader.GetString(1)), reader.GetString(2), EnumWords.Read<KeyState>(reader.GetString(3)),
                reader.GetFieldValue<DateTimeOffset>(4), reader.GetFieldValue<DateTimeOffset>(5), reader.GetFieldValue<DateTimeOffset>(6),
                reader.GetFieldValue<DateTimeOffset?>(7), reader.GetFieldValue<DateTimeOffset?>(8),
                reader.IsDBNull(9) ? null : reader.GetString(9), Bytes(reader, 10), Bytes(reader, 11), reader.GetInt32(12), reader.GetFieldValue<TimeSpan?>(13)));
        }

        return keys;
    }

    /// <param name="by">Who did it, for the record of what administrators do; null for the registry itself.</param>
    public async Task Add(NewKey key, string? by = null)
    {
        const string Insert =
            """
            WITH made AS (
              INSERT INTO vault.keys (key_id, purpose, algorithm, in_use_from, due_at, public_jwk, check_value, sealed)
              VALUES ($1, $2, $3, now() + $4, now() + $4 + $5, $6, $7, $8) RETURNING *)
            INSERT INTO security.administration (actor, act, subject, details)
            SELECT $9, 'key_made', key_id, jsonb_build_object('purpose', purpose, 'inUseFrom', in_use_from) FROM made WHERE $9 IS NOT NULL
            """;
        await Run(
            Insert, Text(key.Id), Text(EnumWords.Of(key.Purpose)), Text(key.Algorithm), Of(key.Ahead), Of(key.Period), Text(key.PublicJwk), Of(key.CheckValue),
            Of(key.Sealed), Text(by));
    }

    public Task Settle(string id) => Run("UPDATE vault.keys SET settled_at = now() WHERE key_id = $1 AND settled_at IS NULL", Text(id));

    /// <summary>The same key under another master key, unless somebody was faster.</summary>
    public Task Reseal(string id, byte[]? before, byte[] after) => Run("SELECT vault.reseal_key($1, $2, $3)", Text(id), Of(before), Of(after));

    /// <summary>A sign of a node, and the master keys it has.</summary>
    public Task Hold(Guid node, IEnumerable<string> masterKeys) => Run(
        """
        INSERT INTO vault.key_holders (node, master_keys) VALUES ($1, $2)
        ON CONFLICT (node) DO UPDATE SET master_keys = excluded.master_keys, seen_at = now()
        """,
        new NpgsqlParameter<Guid> { TypedValue = node }, new NpgsqlParameter<string[]> { TypedValue = [.. masterKeys] });

    /// <summary>The node ends; those that are long gone go with it.</summary>
    public Task Leave(Guid node) => Run(
        "DELETE FROM vault.key_holders WHERE node = $1 OR seen_at < now() - interval '1 day'", new NpgsqlParameter<Guid> { TypedValue = node });

    private async Task Run(string sql, params NpgsqlParameter[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync();
    }

    private static NpgsqlParameter Text(string? value) => new() { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text, Value = (object?)value ?? DBNull.Value };

    private static NpgsqlParameter<TimeSpan> Of(TimeSpan value) => new() { TypedValue = value };

    private static NpgsqlParameter Of(byte[]? value) => new() { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bytea, Value = (object?)value ?? DBNull.Value };

    private static byte[]? Bytes(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);
}
