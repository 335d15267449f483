using System.Text.Json;
using Blacklist.Api.EventLog.Json;
using Blacklist.Tests.EventLog;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Tests.Benchmarks.Appends;

/// <summary>A stream read and folded by one prepared statement on a connection of the caller's own: its version and what a decision needs.</summary>
internal sealed class BareLoad : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand command;

    private BareLoad(NpgsqlConnection connection)
    {
        this.connection = connection;
        command = new NpgsqlCommand("SELECT version, type, data FROM registry.mt_events WHERE stream_id = $1 ORDER BY version", connection)
        {
            Parameters = { new NpgsqlParameter<Guid> { NpgsqlDbType = NpgsqlDbType.Uuid } },
        };
    }

    public static async Task<BareLoad> Open(NpgsqlDataSource owner)
    {
        var load = new BareLoad(await owner.OpenConnectionAsync());
        await load.command.PrepareAsync();
        return load;
    }

    public async Task<(long Version, int Count)> Read(Guid stream)
    {
        ((NpgsqlParameter<Guid>)command.Parameters[0]).TypedValue = stream;
        await using var reader = await command.ExecuteReaderAsync();
        var (version, count) = (0L, 0);
        while (await reader.ReadAsync())
        {
            version = reader.GetInt64(0);
            count = reader.GetString(1) == "gate_passed" ? JsonSerializer.Deserialize<GatePassed>(reader.GetFieldValue<byte[]>(2), EventJson.Options)!.Count : count;
        }

        return (version, count);
    }

    public async ValueTask DisposeAsync()
    {
        await command.DisposeAsync();
        await connection.DisposeAsync();
    }
}
