using System.Diagnostics.CodeAnalysis;
using Blacklist.Domain.Kernel;
using Npgsql;

namespace Blacklist.Api.Security.Issuer;

/// <summary>The machines that may ask for tokens. A secret is shown once, when it is made.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "It lives as long as the process.")]
internal sealed class ApiClients(NpgsqlDataSource database)
{
    private const string Columns = "client_id, name, department, roles, regions, purposes";

    // Stretching a secret is work that anybody can ask for: it may not take every core.
    private readonly SemaphoreSlim _stretching = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <returns>The secret, or why there is none.</returns>
    public async Task<Parsed<string>> Register(ApiClient client)
    {
        if (client.Problem is { } problem)
            return problem;
        const string Insert =
            $"""
            INSERT INTO security.api_clients ({Columns}, secret_hash, secret_salt, secret_iterations)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (client_id) DO NOTHING
            """;
        var secret = ClientSecret.Create();
        var kept = ClientSecret.Of(secret);
        await using var command = Command(
            Insert, client.Id, client.Name, client.Department, client.Roles.ToArray(), client.Regions.ToArray(), client.Purposes.ToArray(),
            kept.Hash, kept.Salt, kept.Iterations);
        return await command.ExecuteNonQueryAsync() == 1 ? secret : ApiClient.Exists;
    }

    /// <summary>From now on only the new secret counts, also for a client that was revoked.</summary>
    /// <returns>Null when there is no such client.</returns>
    public async Task<string?> NewSecret(string clientId)
    {
        const string Update =
            "UPDATE security.api_clients SET (secret_hash, secret_salt, secret_iterations, revoked_at) = ($2, $3, $4, NULL) WHERE client_id = $1";
        var secret = ClientSecret.Create();
        var kept = ClientSecret.Of(secret);
        await using var command = Command(Update, clientId, kept.Hash, kept.Salt, kept.Iterations);
        return await command.ExecuteNonQueryAsync() == 1 ? secret : null;
    }

    /// <summary>No more tokens; those it has end within ten minutes.</summary>
    public async Task Revoke(string clientId)
    {
        await using var command = Command(
            "UPDATE security.api_clients SET revoked_at = now() WHERE client_id = $1 AND revoked_at IS NULL", clientId);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<IReadOnlyList<RegisteredClient>> All()
    {
        await using var command = Command($"SELECT {Columns}, created_at, revoked_at FROM security.api_clients ORDER BY client_id");
        await using var reader = await command.ExecuteReaderAsync();
        var clients = new List<RegisteredClient>();
        while (await reader.ReadAsync())
        {
            clients.Add(new RegisteredClient(
                Client(reader), reader.GetFieldValue<DateTimeOffset>(6),
                reader.IsDBNull(7) ? null : reader.GetFieldValue<DateTimeOffset>(7)));
        }

        return clients;
    }

    /// <returns>The client whose secret it is; null for a wrong secret, an unknown and a revoked client, all at the same cost.</returns>
    public async Task<ApiClient?> Authenticate(string clientId, string secret, CancellationToken cancellation)
    {
        var (client, kept) = await WithSecret(clientId, cancellation);
        await _stretching.WaitAsync(cancellation);
        try
        {
            return kept.Matches(secret) ? client : null;
        }
        finally
        {
            _stretching.Release();
        }
    }

    /// <summary>Also one that is revoked; null when there is none.</summary>
    public async Task<ApiClient?> Find(string clientId, CancellationToken cancellation)
    {
        await using var command = Command($"SELECT {Columns} FROM security.api_clients WHERE client_id = $1", clientId);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Client(reader) : null;
    }

    private async Task<(ApiClient? Client, ClientSecret Secret)> WithSecret(string clientId, CancellationToken cancellation)
    {
        await using var command = Command(
            $"SELECT {Columns}, secret_hash, secret_salt, secret_iterations FROM security.api_clients WHERE client_id = $1 AND revoked_at IS NULL",
            clientId);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation))
            return (null, ClientSecret.OfNobody);
        return (Client(reader), new ClientSecret(reader.GetFieldValue<byte[]>(6), reader.GetFieldValue<byte[]>(7), reader.GetInt32(8)));
    }

    private static ApiClient Client(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2),
        row.GetFieldValue<string[]>(3), row.GetFieldValue<string[]>(4), row.GetFieldValue<string[]>(5));

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
