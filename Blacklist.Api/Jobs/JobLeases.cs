using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Appending;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.Jobs;

/// <summary>The right to run a job now (<c>registry.job_leases</c>), by the database's clock alone.</summary>
internal sealed class JobLeases(NpgsqlDataSource database)
{
    /// <returns>Null when another node holds it.</returns>
    public async Task<Lease?> Take(string job, string holder, TimeSpan length, TimeSpan interval)
    {
        await using var command = Command(
            "SELECT turn_epoch, turn_at, turn_is_due FROM registry.take_lease($1, $2, $3, $4)", Text(job), Text(holder), Span(length), Span(interval));
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync()
            ? new Lease(new Fence(job, reader.GetInt64(0)), reader.GetFieldValue<DateTimeOffset>(1), reader.GetBoolean(2))
            : null;
    }

    /// <returns>False when it is lost.</returns>
    public async Task<bool> Renew(Fence fence, TimeSpan length)
    {
        await using var command = Command("SELECT registry.renew_lease($1, $2, $3)", Text(fence.Job), Number(fence.Epoch), Span(length));
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    /// <param name="error">Code of what it failed with.</param>
    public Task Finish(Fence fence, string? error) =>
        Run("SELECT registry.finish_turn($1, $2, $3)", Text(fence.Job), Number(fence.Epoch), Text(error));

    /// <summary>This holder ends; another may begin at once.</summary>
    public Task Release(string holder) => Run("SELECT registry.release_leases($1)", Text(holder));

    public Task Write(Fence fence, Func<NpgsqlConnection, Task> write) => Refusing(fence, async () =>
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var batch = new NpgsqlBatch(connection) { BatchCommands = { FenceCommand.For(fence) } })
        {
            await batch.ExecuteNonQueryAsync();
        }

        await write(connection);
        await transaction.CommitAsync();
        return true;
    });

    /// <summary>In one round trip, so that no lock outlives a node that hangs: a batch is one transaction, and the fence is its first command.</summary>
    public Task<T> Send<T>(Fence fence, Func<NpgsqlBatch, Task<T>> send) => Refusing(fence, async () =>
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { FenceCommand.For(fence) } };
        return await send(batch);
    });

    public async Task<IReadOnlyList<JobOutage>> Outages(string job, DateTimeOffset since)
    {
        await using var command = Command(
            "SELECT since, until FROM registry.job_outages WHERE job = $1 AND until > $2 ORDER BY since",
            Text(job), new NpgsqlParameter<DateTimeOffset> { TypedValue = since.ToUniversalTime() });
        await using var reader = await command.ExecuteReaderAsync();
        var outages = new List<JobOutage>();
        while (await reader.ReadAsync())
        {
            outages.Add(new JobOutage(reader.GetFieldValue<DateTimeOffset>(0), reader.GetFieldValue<DateTimeOffset>(1)));
        }

        return outages;
    }

    private static async Task<T> Refusing<T>(Fence fence, Func<Task<T>> write)
    {
        try
        {
            return await write();
        }
        catch (PostgresException refused) when (refused.SqlState == LeaseLostException.SqlState)
        {
            throw new LeaseLostException(fence.Job, fence.Epoch);
        }
    }

    private async Task Run(string sql, params NpgsqlParameter[] parameters)
    {
        await using var command = Command(sql, parameters);
        await command.ExecuteNonQueryAsync();
    }

    private NpgsqlCommand Command(string sql, params NpgsqlParameter[] parameters)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        return command;
    }

    private static NpgsqlParameter<string?> Text(string? value) => new() { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter<long> Number(long value) => new() { TypedValue = value };

    private static NpgsqlParameter<TimeSpan> Span(TimeSpan value) => new() { TypedValue = value };
}

/// <param name="At">The database's clock when it was taken.</param>
/// <param name="IsDue">It is time for a turn.</param>
internal sealed record Lease(Fence Fence, DateTimeOffset At, bool IsDue);

/// <summary>From the last sign of a node that stood ready until the next.</summary>
internal sealed record JobOutage(DateTimeOffset Since, DateTimeOffset Until);
