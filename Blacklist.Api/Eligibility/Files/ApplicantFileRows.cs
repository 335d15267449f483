using Blacklist.Api.Audit;
using Blacklist.Api.Eligibility.Files.Reading;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Security.Walls;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Regions;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.Eligibility.Files;

/// <summary>Reads the files that a caller sent; one that is being received is not there yet.</summary>
internal sealed class ApplicantFileRows(WithinReach database)
{
    public const string Select =
        """
        SELECT id, client, purpose, regions, form, chinese, status, chunks, chunks_done, rows, rows_done, eligible, review, restricted,
               seconds_at_work, created_at, started_at, ended_at, frontier, lowest_position, commitments, disclosed
          FROM registry.applicant_files
        """;

    /// <returns>Null also for a file of somebody else.</returns>
    public async Task<ApplicantFile?> Find(Guid id, string client, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"{Select} WHERE id = $1 AND client = $2 AND status <> 'receiving'");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = client });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        return (await Read(rows, cancellation)).SingleOrDefault();
    }

    /// <summary>A caller's files, the newest first.</summary>
    public async Task<IReadOnlyList<ApplicantFile>> List(string client, Guid? before, int most, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"{Select} WHERE client = $1 AND ($2::uuid IS NULL OR id < $2) AND status <> 'receiving' ORDER BY id DESC LIMIT $3");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = client });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)before ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        return await Read(rows, cancellation);
    }

    public async Task<byte[]?> Receipt(Guid id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("SELECT receipt FROM registry.applicant_files WHERE id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        return await command.ExecuteScalarAsync(cancellation) as byte[];
    }

    /// <summary>What <see cref="Select"/> found.</summary>
    public static async Task<IReadOnlyList<ApplicantFile>> Read(NpgsqlDataReader row, CancellationToken cancellation)
    {
        var files = new List<ApplicantFile>();
        while (await row.ReadAsync(cancellation))
        {
            files.Add(new ApplicantFile(
                row.GetGuid(0), row.GetString(1), EnumWords.Read<CheckPurpose>(row.GetString(2)),
                [.. row.GetFieldValue<string[]>(3).Select(region => RegionCode.Parse(region).Value!)],
                EnumWords.Read<DisclosureTier>(row.GetString(21)), EnumWords.Read<FileForm>(row.GetString(4)), row.GetBoolean(5), EnumWords.Read<ApplicantFileStatus>(row.GetString(6)),
                row.GetInt32(7), row.GetInt32(8), new RowCounts(row.GetInt32(9), row.GetInt32(10), row.GetInt32(11), row.GetInt32(12), row.GetInt32(13)),
                row.GetDouble(14), row.GetFieldValue<DateTimeOffset>(15), row.GetFieldValue<DateTimeOffset?>(16), row.GetFieldValue<DateTimeOffset?>(17))
            {
                Tree = new FileTree(row.GetFieldValue<byte[]>(18), row.GetFieldValue<long?>(19), row.GetFieldValue<byte[]>(20)),
            });
        }

        return files;
    }
}
