using System.Diagnostics.CodeAnalysis;
using Blacklist.Domain.Kernel;
using Npgsql;

namespace Blacklist.Api.Security.Issuer;

/// <summary>The machines that may ask for tokens. A secret is shown once, when it is made.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "It lives as long as the process.")]
internal sealed class ApiClients(NpgsqlDataSource database)
{
    private const string Columns = "client_id, name, department, roles, regions, purposes, networks";

    // Stretching a secret is work that anybody can ask for: it may not take every core.
    private readonly SemaphoreSlim _stretching = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <returns>The secret, or why there is none.</returns>
    public async Task<Parsed<string>> Register(ApiClient client, string by = "operator")
    {
        if (client.Problem is { } problem)
            return problem;
        const string Insert =
            $"""
            WITH added AS (
              INSERT INTO security.api_clients ({Columns}, secret_hash, secret_salt, secret_iterations)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
              ON CONFLICT (client_id) DO NOTHING RETURNING *)
            INSERT INTO security.administration (actor, act, subject, details)
            SELECT $11, 'client_added', client_id, jsonb_build_object('roles', roles, 'regions', regions, 'purposes', purposes, 'networks', networks) FROM added
            """;
        var secret = ClientSecret.Create();
        var kept = ClientSecret.Of(secret);
        await using var command = Command(
            Insert, client.Id, client.Name, client.Department, client.Roles.ToArray(), client.Regions.ToArray(), client.Purposes.ToArray(),
            client.Networks.ToArray(), kept.Hash, kept.Salt, kept.Iterations, by);
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

    /// <summary>A new secret, beside which the old one still counts for a while.</summary>
    /// <returns>Null when there is no such client, or it was revoked.</returns>
    public async Task<string?> Rotate(string clientId, TimeSpan overlap, string by)
    {
        const string Update =
            """
            WITH rotated AS (
              UPDATE security.api_clients
              SET (previous_hash, previous_salt, previous_iterations, previous_until) = (secret_hash, secret_salt, secret_iterations, now() + $5),
                  (secret_hash, secret_salt, secret_iterations) = ($2, $3, $4)
              WHERE client_id = $1 AND revoked_at IS NULL RETURNING client_id)
            INSERT INTO security.administration (actor, act, subject, details) SELECT $6, 'client_secret_rotated', client_id, '{}' FROM rotated
            """;
        var secret = ClientSecret.Create();
        var kept = ClientSecret.Of(secret);
        await using var command = Command(Update, clientId, kept.Hash, kept.Salt, kept.Iterations, overlap, by);
        return await command.ExecuteNonQueryAsync() == 1 ? secret : null;
    }

    /// <summary>No more tokens; those it has end within ten minutes.</summary>
    public async Task Revoke(string clientId, string by = "operator")
    {
        const string Update =
            """
            WITH revoked AS (
              UPDATE security.api_clients SET revoked_at = now(), (previous_hash, previous_salt, previous_iterations, previous_until) = (NULL, NULL, NULL, NULL)
              WHERE client_id = $1 AND revoked_at IS NULL RETURNING client_id)
            INSERT INTO security.administration (actor, act, subject, details) SELECT $2, 'client_revoked', client_id, '{}' FROM revoked
            """;
        await using var command = Command(Update, clientId, by);
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
                Client(reader), reader.GetFieldValue<DateTimeOffset>(7),
                reader.IsDBNull(8) ? null : reader.GetFieldValue<DateTimeOffset>(8)));
        }

        return clients;
    }

    /// <returns>The client whose secret it is; null for a wrong secret, an unknown and a revoked client, all at the same cost.</returns>
    public async Task<ApiClient?> Authenticate(string clientId, string secret, CancellationToken cancellation)
    {
        var (client, kept, previous) = await Find(clientId, cancellation);
        await _stretching.WaitAsync(cancellation);
        try
        {
            return kept.Matches(secret) || previous?.Matches(secret) is true ? client : null;
        }
        finally
        {
            _stretching.Release();
        }
    }

    /// <summary>A client that proves itself in another way than with a secret; null when there is none, or it was revoked.</summary>
    public async Task<ApiClient?> Known(string clientId, CancellationToken cancellation) => (await Find(clientId, cancellation)).Client;

    /// <returns>The secret before this one only while it still counts.</returns>
    private async Task<(ApiClient? Client, ClientSecret Secret, ClientSecret? Previous)> Find(string clientId, CancellationToken cancellation)
    {
        const string Select =
            $"""
            SELECT {Columns}, secret_hash, secret_salt, secret_iterations, coalesce(previous_until > now(), false), previous_hash, previous_salt, previous_iterations
            FROM security.api_clients WHERE client_id = $1 AND revoked_at IS NULL
            """;
        await using var command = Command(Select, clientId);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation))
            return (null, ClientSecret.OfNobody, null);
        return (Client(reader), Secret(reader, 7), reader.GetBoolean(10) ? Secret(reader, 11) : null);
    }

    private static ClientSecret Secret(NpgsqlDataReader row, int column) =>
        new(row.GetFieldValue<byte[]>(column), row.GetFieldValue<byte[]>(column + 1), row.GetInt32(column + 2));

    private static ApiClient Client(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2),
        row.GetFieldValue<string[]>(3), row.GetFieldValue<string[]>(4), row.GetFieldValue<string[]>(5))
    {
        Networks = row.GetFieldValue<string[]>(6),
    };

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
