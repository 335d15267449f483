using System.Runtime.CompilerServices;
using Blacklist.Api.Eligibility.Files.Working;
using Npgsql;

namespace Blacklist.Api.Eligibility.Files.Results;

/// <summary>The lines of a file's result, chunk by chunk, put together from the record of all checks.</summary>
internal sealed class ResultRows(NpgsqlDataSource database, FileChunkRecord chunks)
{
    /// <summary>What is answered by now, in the order of the rows; an answer that is no longer kept is null.</summary>
    public async IAsyncEnumerable<byte[]> Lines(ApplicantFile file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var number = 0; number < file.ChunksDone; number++)
        {
            var sealedChunk = await chunks.Open(file.Id, FileChunkKind.Answers, number, cancellation)
                ?? throw new InvalidDataException($"The answers of chunk {number} of the file {file.Id} are missing.");
            var chunk = AnsweredChunk.Read(sealedChunk);
            var answers = await Answers(chunk, cancellation);
            for (var place = 0; place < chunk.Rows.Count; place++)
            {
                yield return ResultLine.Write(chunk.First + place, chunk.Rows[place], chunk.Rows[place].Check is { } check ? answers.GetValueOrDefault(check) : null);
            }
        }
    }

    private async Task<Dictionary<Guid, byte[]>> Answers(AnsweredChunk chunk, CancellationToken cancellation)
    {
        var answers = new Dictionary<Guid, byte[]>();
        if (chunk is not { From: { } from, Until: { } until })
        {
            return answers;
        }

        // The instants name the month's partition; the database keeps them a little less exactly.
        await using var command = database.CreateCommand("SELECT id, answer FROM registry.eligibility_checks WHERE id = ANY ($1) AND checked_at BETWEEN $2 AND $3");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. chunk.Rows.Select(row => row.Check).OfType<Guid>()] });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = from.UtcDateTime.AddMilliseconds(-1) });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = until.UtcDateTime.AddMilliseconds(1) });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            answers[reader.GetGuid(0)] = reader.GetFieldValue<byte[]>(1);
        }

        return answers;
    }
}
