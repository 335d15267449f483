using Blacklist.Api.Eligibility.Files.Reading;
using Blacklist.Api.EventLog.Json;
using Npgsql;

namespace Blacklist.Api.Eligibility.Files;

/// <summary>The files that were sent and how far they have come (<c>schema/0037_files_of_applicants_are_checked.sql</c>).</summary>
internal sealed class ApplicantFileRecord(NpgsqlDataSource database)
{
    /// <summary>A file that is being received: nobody sees it.</summary>
    /// <param name="key">Keyed digest of the caller's Idempotency-Key.</param>
    public Task Begin(Guid id, string key, SentFile sent) => Execute(
        "INSERT INTO registry.applicant_files (id, client, key, purpose, regions, disclosed, form, status) VALUES ($1, $2, $3, $4, $5, $6, $7, 'receiving')",
        Id(id), Text(sent.Client), Text(key), Text(EnumWords.Of(sent.Purpose)), Texts(sent.Regions.Select(region => region.Value)), Text(EnumWords.Of(sent.Tier)),
        Text(EnumWords.Of(sent.Form)));

    /// <summary>All of it is here: from now on it is worked on.</summary>
    /// <returns>False when the caller has used the key before.</returns>
    public async Task<bool> Accept(Guid id, int rows, int chunks, bool inChinese, byte[] digest, byte[] commitments)
    {
        try
        {
            await Execute(
                "UPDATE registry.applicant_files SET status = 'waiting', rows = $2, chunks = $3, chinese = $4, digest = $5, commitments = $6 WHERE id = $1",
                Id(id), Number(rows), Number(chunks), new NpgsqlParameter<bool> { TypedValue = inChinese }, Bytes(digest), Bytes(commitments));
            return true;
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }

    /// <summary>What was received of a file that will never be accepted.</summary>
    public Task Discard(Guid id) => Execute("DELETE FROM registry.applicant_files WHERE id = $1 AND status = 'receiving'", Id(id));

    /// <summary>What nodes that died in the middle of receiving have left behind.</summary>
    public Task DiscardAbandoned() =>
        Execute("DELETE FROM registry.applicant_files WHERE status = 'receiving' AND created_at < registry.clock() - interval '1 day'");

    /// <summary>As it stands now, for whoever works on it.</summary>
    public async Task<ApplicantFile> Now(Guid id, CancellationToken cancellation) => (await Read("WHERE id = $1", cancellation, Id(id))).Single();

    /// <returns>The file that was sent under a key, if it had this digest.</returns>
    public async Task<ApplicantFile?> SentBefore(string client, string key, byte[] digest) =>
        (await Read("WHERE client = $1 AND key = $2 AND digest = $3 AND status <> 'receiving'", CancellationToken.None, Text(client), Text(key), Bytes(digest))).SingleOrDefault();

    /// <summary>Those to be worked on, the oldest first.</summary>
    public Task<IReadOnlyList<ApplicantFile>> Active(CancellationToken cancellation) =>
        Read("WHERE status IN ('waiting', 'running') ORDER BY id", cancellation);

    /// <summary>Changes the status of a file that has not ended; one that has it already stays as it is.</summary>
    public Task SetStatus(Guid id, ApplicantFileStatus to) => Execute(
        """
        UPDATE registry.applicant_files SET status = CASE WHEN $2 = 'waiting' AND chunks_done > 0 THEN 'running' ELSE $2 END
         WHERE id = $1 AND status IN ('waiting', 'running', 'paused')
        """,
        Id(id), Text(EnumWords.Of(to)));

    /// <summary>Ends a file that has not ended; the rows that wait are destroyed.</summary>
    public Task Cancel(Guid id) => Execute(
        """
        WITH cancelled AS (
          UPDATE registry.applicant_files SET status = 'cancelled', ended_at = registry.clock()
           WHERE id = $1 AND status IN ('waiting', 'running', 'paused') RETURNING id)
        DELETE FROM registry.applicant_file_chunks USING cancelled WHERE file_id = cancelled.id AND kind = 'rows'
        """,
        Id(id));

    private async Task<IReadOnlyList<ApplicantFile>> Read(string where, CancellationToken cancellation, params NpgsqlParameter[] parameters)
    {
        await using var command = Command($"{ApplicantFileRows.Select} {where}", parameters);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        return await ApplicantFileRows.Read(rows, cancellation);
    }

    private async Task Execute(string sql, params NpgsqlParameter[] parameters)
    {
        await using var command = Command(sql, parameters);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private NpgsqlCommand Command(string sql, params NpgsqlParameter[] parameters)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        return command;
    }

    private static NpgsqlParameter<Guid> Id(Guid value) => new() { TypedValue = value };

    private static NpgsqlParameter<string> Text(string value) => new() { TypedValue = value };

    private static NpgsqlParameter<string[]> Texts(IEnumerable<string> values) => new() { TypedValue = [.. values] };

    private static NpgsqlParameter<int> Number(int value) => new() { TypedValue = value };

    private static NpgsqlParameter<byte[]> Bytes(byte[] value) => new() { TypedValue = value };
}
