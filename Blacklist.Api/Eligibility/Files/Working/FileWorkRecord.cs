using Blacklist.Api.Eligibility.Lane;
using Blacklist.Api.Eligibility.Receipts;
using Blacklist.Api.Jobs;
using Blacklist.Api.Receipts.Roots;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.Eligibility.Files.Working;

/// <summary>Stores the answers of a chunk and the account of them together, or neither.</summary>
internal static class FileWorkRecord
{
    private const string NotWorkedOn = "RG005";

    public static Task<ChunkOutcome> Store(JobTurn turn, ChunkAccount account, IReadOnlyList<PendingCheck> checks, long floor, SignedRoot? root) => turn.Send(async batch =>
    {
        if (root is not null)
        {
            batch.BatchCommands.Add(CheckRecord.Statement(floor, checks, root));
        }

        batch.BatchCommands.Add(Accounting(account, checks.Count == 0 ? null : checks[0]));
        try
        {
            await using var result = await batch.ExecuteReaderAsync();
            await result.NextResultAsync();
            if (root is not null)
            {
                await result.ReadAsync();
                if (!result.GetBoolean(0))
                {
                    return new ChunkOutcome.LogMoved(result.GetInt64(1));
                }

                await result.NextResultAsync();
            }

            return (ChunkOutcome)new ChunkOutcome.Stored();
        }
        catch (PostgresException refused) when (refused.SqlState == NotWorkedOn)
        {
            return new ChunkOutcome.NotWorkedOn();
        }
    });

    /// <returns>False when the file is not worked on any more.</returns>
    public static Task<bool> Finish(JobTurn turn, Guid file, byte[] receipt, SignedRoot root) => turn.Send(async batch =>
    {
        var command = new NpgsqlBatchCommand("SELECT registry.finish_applicant_file($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = file });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = receipt });
        GivenAnswerRows.Add(command.Parameters, root);
        batch.BatchCommands.Add(command);
        await using var result = await batch.ExecuteReaderAsync();
        await result.NextResultAsync();
        await result.ReadAsync();
        return result.GetBoolean(0);
    });

    private static NpgsqlBatchCommand Accounting(ChunkAccount account, PendingCheck? first)
    {
        var command = new NpgsqlBatchCommand("SELECT registry.account_for_chunk($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)");
        Add(account.File, NpgsqlDbType.Uuid);
        Add(account.Chunk, NpgsqlDbType.Integer);
        Add(first?.Id, NpgsqlDbType.Uuid);
        Add(first?.Evaluated!.CheckedAt.UtcDateTime, NpgsqlDbType.TimestampTz);
        Add(account.Rows, NpgsqlDbType.Integer);
        Add(account.Eligible, NpgsqlDbType.Integer);
        Add(account.Review, NpgsqlDbType.Integer);
        Add(account.Restricted, NpgsqlDbType.Integer);
        Add(account.LowestPosition, NpgsqlDbType.Bigint);
        Add(account.Seconds, NpgsqlDbType.Double);
        Add(account.Frontier, NpgsqlDbType.Bytea);
        Add(account.Answers, NpgsqlDbType.Bytea);
        return command;

        void Add(object? value, NpgsqlDbType type) => command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });
    }
}

/// <summary>What a chunk came to.</summary>
/// <param name="Seconds">How long it took.</param>
/// <param name="Frontier">The tree over all rows up to its last.</param>
/// <param name="Answers">Which answer each row was given, sealed.</param>
internal sealed record ChunkAccount(
    Guid File, int Chunk, int Rows, int Eligible, int Review, int Restricted, long? LowestPosition, double Seconds, byte[] Frontier, byte[] Answers);

internal abstract record ChunkOutcome
{
    private ChunkOutcome()
    {
    }

    public sealed record Stored : ChunkOutcome;

    /// <summary>Nothing was stored; the answers have to see the log up to here.</summary>
    public sealed record LogMoved(long Position) : ChunkOutcome;

    /// <summary>Nothing was stored: the file is paused or cancelled, or the chunk is done.</summary>
    public sealed record NotWorkedOn : ChunkOutcome;
}
