using Npgsql;

namespace Blacklist.Api.EventLog;

/// <summary>What writes with an Idempotency-Key were answered.</summary>
internal static class KeyedAnswers
{
    private const string Sql = """
        SELECT request_mac, status_code, location, body FROM registry.keyed_answers WHERE client = $1 AND key = $2
        """;

    public static async Task<KeyedAnswer?> Find(NpgsqlConnection connection, string client, string key, CancellationToken cancelled)
    {
        await using var command = new NpgsqlCommand(Sql, connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = client }, new NpgsqlParameter<string> { TypedValue = key } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancelled);
        return await reader.ReadAsync(cancelled)
            ? new KeyedAnswer(
                client,
                key,
                reader.GetFieldValue<byte[]>(0),
                reader.GetInt32(1),
                await reader.IsDBNullAsync(2, cancelled) ? null : reader.GetString(2),
                reader.GetFieldValue<byte[]>(3))
            : null;
    }
}
