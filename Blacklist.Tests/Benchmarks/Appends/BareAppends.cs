using System.Threading.Channels;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Tests.Benchmarks.Appends;

/// <summary>An append reduced to what no log could leave out: what our own is measured against.</summary>
/// <param name="Version">Of the stream before it.</param>
internal sealed record BareAppend(Guid Stream, long Version, Guid[] Ids, string[] Data);

/// <summary>One prepared statement an append, on a connection of the writer's own.</summary>
internal sealed class BareStatement : IAsyncDisposable
{
    private const string Sql = """
        WITH log AS (
          UPDATE registry.log_position SET position = position + cardinality($3), recorded_at = greatest(clock_timestamp(), recorded_at)
          RETURNING position - cardinality($3) AS before, recorded_at),
        stream AS (
          INSERT INTO registry.mt_streams AS known (id, type, version) SELECT $1, 'gate', $2 + cardinality($3) FROM log
          ON CONFLICT (id) DO UPDATE SET version = excluded.version, timestamp = now() WHERE known.version = $2
          RETURNING id)
        INSERT INTO registry.mt_events (seq_id, id, stream_id, version, data, type, timestamp, user_name)
        SELECT log.before + e.n, e.id, stream.id, $2 + e.n, e.data::jsonb, 'gate_passed', log.recorded_at, 'clerk-1'
          FROM log, stream, unnest($3, $4) WITH ORDINALITY AS e(id, data, n)
        """;

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand command;

    private BareStatement(NpgsqlConnection connection)
    {
        this.connection = connection;
        command = new NpgsqlCommand(Sql, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid>(),
                new NpgsqlParameter<long>(),
                new NpgsqlParameter<Guid[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
                new NpgsqlParameter<string[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
            },
        };
    }

    public static async Task<BareStatement> Open(NpgsqlDataSource owner)
    {
        var statement = new BareStatement(await owner.OpenConnectionAsync());
        await statement.command.PrepareAsync();
        return statement;
    }

    public async Task Append(BareAppend append)
    {
        ((NpgsqlParameter<Guid>)command.Parameters[0]).TypedValue = append.Stream;
        ((NpgsqlParameter<long>)command.Parameters[1]).TypedValue = append.Version;
        ((NpgsqlParameter<Guid[]>)command.Parameters[2]).TypedValue = append.Ids;
        ((NpgsqlParameter<string[]>)command.Parameters[3]).TypedValue = append.Data;
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await command.DisposeAsync();
        await connection.DisposeAsync();
    }
}

/// <summary>One loop on one connection that takes whatever waits and stores it with one statement.</summary>
internal sealed class BareGroupCommit : IAsyncDisposable
{
    private const string Sql = """
        WITH log AS (
          UPDATE registry.log_position SET position = position + cardinality($4), recorded_at = greatest(clock_timestamp(), recorded_at)
          RETURNING position - cardinality($4) AS before, recorded_at),
        stream AS (
          INSERT INTO registry.mt_streams AS known (id, type, version)
          SELECT s.id, 'gate', s.version + s.added FROM log, unnest($1, $2, $3) AS s(id, version, added)
          ON CONFLICT (id) DO UPDATE SET version = excluded.version, timestamp = now())
        INSERT INTO registry.mt_events (seq_id, id, stream_id, version, data, type, timestamp, user_name)
        SELECT log.before + e.n, e.id, e.stream, e.version, e.data::jsonb, 'gate_passed', log.recorded_at, 'clerk-1'
          FROM log, unnest($4, $5, $6, $7) WITH ORDINALITY AS e(id, stream, version, data, n)
        """;

    private readonly Channel<(BareAppend Append, TaskCompletionSource Stored)> waiting =
        Channel.CreateUnbounded<(BareAppend, TaskCompletionSource)>(new UnboundedChannelOptions { SingleReader = true });

    private readonly Task loop;

    public BareGroupCommit(NpgsqlDataSource owner) => loop = Run(owner);

    public async Task Append(BareAppend append)
    {
        var stored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await waiting.Writer.WriteAsync((append, stored));
        await stored.Task;
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.Complete();
        await loop;
    }

    private async Task Run(NpgsqlDataSource owner)
    {
        await using var connection = await owner.OpenConnectionAsync();
        while (await waiting.Reader.WaitToReadAsync())
        {
            var group = new List<(BareAppend Append, TaskCompletionSource Stored)>();
            while (group.Count < 512 && waiting.Reader.TryRead(out var next))
            {
                group.Add(next);
            }

            await using var command = Command(connection, [.. group.Select(one => one.Append)]);
            await command.PrepareAsync();
            await command.ExecuteNonQueryAsync();
            group.ForEach(one => one.Stored.SetResult());
        }
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, BareAppend[] group) => new(Sql, connection)
    {
        Parameters =
        {
            Column(NpgsqlDbType.Uuid, group.Select(one => one.Stream)),
            Column(NpgsqlDbType.Bigint, group.Select(one => one.Version)),
            Column(NpgsqlDbType.Bigint, group.Select(one => (long)one.Ids.Length)),
            Column(NpgsqlDbType.Uuid, group.SelectMany(one => one.Ids)),
            Column(NpgsqlDbType.Uuid, group.SelectMany(one => one.Ids.Select(_ => one.Stream))),
            Column(NpgsqlDbType.Bigint, group.SelectMany(one => one.Ids.Select((_, n) => one.Version + n + 1))),
            Column(NpgsqlDbType.Text, group.SelectMany(one => one.Data)),
        },
    };

    private static NpgsqlParameter<T[]> Column<T>(NpgsqlDbType element, IEnumerable<T> values) =>
        new() { TypedValue = [.. values], NpgsqlDbType = NpgsqlDbType.Array | element };
}
