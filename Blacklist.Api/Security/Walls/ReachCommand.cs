using Npgsql;

namespace Blacklist.Api.Security.Walls;

/// <summary>One statement that reads for a caller. Who that is goes before it in the same round trip, and ends with it.</summary>
internal sealed class ReachCommand : IAsyncDisposable
{
    private readonly NpgsqlBatch _batch;

    public ReachCommand(NpgsqlBatch batch, Reader reader, string sql)
    {
        _batch = batch;
        _batch.BatchCommands.Add(new NpgsqlBatchCommand("CALL registry.read_for($1, $2, $3, $4, $5)")
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = reader.Subject }, new NpgsqlParameter<string> { TypedValue = reader.Department },
                new NpgsqlParameter<string[]> { TypedValue = reader.Regions },
                new NpgsqlParameter<bool> { TypedValue = reader.ChecksOfOthers }, new NpgsqlParameter<bool> { TypedValue = reader.NoticesOfOthers },
            },
        });
        _batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
    }

    public NpgsqlParameterCollection Parameters => _batch.BatchCommands[1].Parameters;

    public Task<NpgsqlDataReader> ExecuteReaderAsync(CancellationToken cancellation) => _batch.ExecuteReaderAsync(cancellation);

    public Task<object?> ExecuteScalarAsync(CancellationToken cancellation) => _batch.ExecuteScalarAsync(cancellation);

    public ValueTask DisposeAsync() => _batch.DisposeAsync();
}
