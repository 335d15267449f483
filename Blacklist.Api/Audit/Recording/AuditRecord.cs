using Blacklist.Api.Receipts.Roots;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.Audit.Recording;

/// <summary>The durable record of who was shown what (<c>audit.entries</c>).</summary>
internal sealed class AuditRecord(NpgsqlDataSource database)
{
    /// <param name="texts">In the order of the root's leaves.</param>
    public async Task Store(byte[][] texts, SignedRoot root)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("SELECT audit.record($1, $2, $3, $4, $5, $6, $7, $8)", connection)
        {
            Parameters =
            {
                new NpgsqlParameter { Value = texts, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb },
                new NpgsqlParameter<Guid> { TypedValue = root.Statement.Chain },
                new NpgsqlParameter<long> { TypedValue = root.Statement.Number },
                new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = root.Statement.Previous },
                new NpgsqlParameter<byte[]> { TypedValue = root.Head },
                new NpgsqlParameter<byte[]> { TypedValue = root.Tree.LeafHashes },
                new NpgsqlParameter<string> { TypedValue = root.Kid },
                new NpgsqlParameter<byte[]> { TypedValue = root.Signature },
            },
        };
        await command.PrepareAsync(); // once a connection
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The partitions of the day's month and of the next.</summary>
    public async Task EnsurePartitions(DateOnly day)
    {
        await using var command = database.CreateCommand("SELECT audit.ensure_partitions($1)");
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = day });
        await command.ExecuteNonQueryAsync();
    }
}
