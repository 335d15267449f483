using Npgsql;

namespace Blacklist.Api.Security.Issuer;

/// <summary>The public keys that clients prove themselves with; several at once while a client changes over.</summary>
internal sealed class ClientKeys(NpgsqlDataSource database)
{
    /// <returns>False when the client has this key already, or had it revoked.</returns>
    public async Task<bool> Add(string clientId, ClientKey key, string jwk, string by) => await Run(
        """
        WITH added AS (INSERT INTO security.client_keys (client_id, kid, public_jwk) VALUES ($1, $2, $4) ON CONFLICT DO NOTHING RETURNING client_id)
        INSERT INTO security.administration (actor, act, subject, details) SELECT $3, 'client_key_added', client_id, jsonb_build_object('kid', $2) FROM added
        """,
        clientId, key.Kid, by, jwk) == 1;

    /// <returns>False when there is no such key in use.</returns>
    public async Task<bool> Revoke(string clientId, string kid, string by) => await Run(
        """
        WITH revoked AS (UPDATE security.client_keys SET revoked_at = now() WHERE client_id = $1 AND kid = $2 AND revoked_at IS NULL RETURNING client_id)
        INSERT INTO security.administration (actor, act, subject, details) SELECT $3, 'client_key_revoked', client_id, jsonb_build_object('kid', $2) FROM revoked
        """,
        clientId, kid, by) == 1;

    /// <summary>Those in use, oldest first.</summary>
    public async Task<IReadOnlyList<ClientKey>> Of(string clientId, CancellationToken cancellation)
    {
        await using var command = Command(
            "SELECT public_jwk FROM security.client_keys WHERE client_id = $1 AND revoked_at IS NULL ORDER BY created_at, kid", clientId);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var keys = new List<ClientKey>();
        while (await reader.ReadAsync(cancellation))
        {
            if (ClientKey.Parse(reader.GetString(0)).Value is { } key)
                keys.Add(key);
        }

        return keys;
    }

    private async Task<int> Run(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync();
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
