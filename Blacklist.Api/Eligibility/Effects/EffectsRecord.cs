using Blacklist.Api.Jobs;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Regions;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.Eligibility.Effects;

/// <summary>What was asked, what later facts changed in the answers, and how far the work has come (<c>schema/0027_retroactive_effects.sql</c>).</summary>
internal sealed class EffectsRecord(NpgsqlDataSource database)
{
    private const string Columns = "id, client, region, log_position, question";

    public async Task<EffectsProgress> Progress()
    {
        await using var command = database.CreateCommand("SELECT taken_in, processed, page_check, page_applicant FROM registry.effects_progress");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new EffectsProgress(reader.GetInt64(0), reader.GetInt64(1), new AskedApplicant(reader.GetGuid(2), reader.GetInt16(3)));
    }

    /// <summary>Checks stored after a position and up to another, in no order.</summary>
    public IAsyncEnumerable<AskedCheck> StoredBetween(long after, long upTo) =>
        Stored($"SELECT {Columns} FROM registry.eligibility_checks WHERE recorded_position > $1 AND recorded_position <= $2", Number(after), Number(upTo));

    /// <summary>Of those the ones that saw the log at least up to a third position.</summary>
    public async IAsyncEnumerable<UnwatchedCheck> Unwatched(long after, long upTo, long seen)
    {
        await using var command = database.CreateCommand(
            """
            SELECT id, log_position, identities FROM registry.eligibility_checks
             WHERE recorded_position > $1 AND recorded_position <= $2 AND log_position >= $3
            """);
        command.Parameters.AddRange(new NpgsqlParameter[] { Number(after), Number(upTo), Number(seen) });
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            yield return new UnwatchedCheck(reader.GetGuid(0), reader.GetInt64(1), reader.IsDBNull(2) ? null : reader.GetFieldValue<byte[]>(2));
        }
    }

    /// <summary>Checks stored after a position, whose answers did not see the event at which they were stored, and that are not watched yet.</summary>
    public IAsyncEnumerable<AskedCheck> UnderWay(long after) => Stored(
        $"""
        SELECT {Columns} FROM registry.eligibility_checks
         WHERE recorded_position > $1 AND log_position < recorded_position
           AND NOT EXISTS (SELECT FROM registry.check_subjects WHERE check_id = eligibility_checks.id)
        """,
        Number(after));

    /// <summary>The next checks after one, in the order of their ids, which is that of their asking.</summary>
    public async Task<IReadOnlyList<AskedCheck>> StoredAfter(Guid check, int most) => await Stored(
        $"SELECT {Columns} FROM registry.eligibility_checks WHERE id > $1 ORDER BY id LIMIT $2",
        new NpgsqlParameter<Guid> { TypedValue = check }, new NpgsqlParameter<int> { TypedValue = most }).ToListAsync();

    public async Task<IReadOnlyDictionary<Guid, AskedCheck>> Asked(IEnumerable<Guid> ids) =>
        await Stored($"SELECT {Columns} FROM registry.eligibility_checks WHERE id = ANY ($1)", Ids(ids)).ToDictionaryAsync(check => check.Id);

    /// <summary>What was answered, by check.</summary>
    public async Task<IReadOnlyDictionary<Guid, byte[]>> Answers(IEnumerable<Guid> ids)
    {
        await using var command = database.CreateCommand("SELECT id, answer FROM registry.eligibility_checks WHERE id = ANY ($1)");
        command.Parameters.Add(Ids(ids));
        var answers = new Dictionary<Guid, byte[]>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            answers[reader.GetGuid(0)] = reader.GetFieldValue<byte[]>(1);
        }

        return answers;
    }

    /// <summary>What callers were told last of applicants of these checks, up to a fact.</summary>
    public async Task<IReadOnlyDictionary<AskedApplicant, ToldChange>> Told(IEnumerable<Guid> checks, long upTo)
    {
        await using var command = database.CreateCommand(
            """
            SELECT DISTINCT ON (check_id, applicant) check_id, applicant, own_after, today_after, cause FROM registry.affected_checks
             WHERE check_id = ANY ($1) AND cause <= $2 ORDER BY check_id, applicant, cause DESC
            """);
        command.Parameters.AddRange(new NpgsqlParameter[] { Ids(checks), Number(upTo) });
        var told = new Dictionary<AskedApplicant, ToldChange>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            told[new AskedApplicant(reader.GetGuid(0), reader.GetInt16(1))] =
                new ToldChange(reader.GetInt64(4), new VerdictPair((Verdict)reader.GetInt16(2), (Verdict)reader.GetInt16(3)));
        }

        return told;
    }

    /// <summary>Watches the applicants whom a check before asked about, too.</summary>
    /// <returns>The checks that ask about somebody else.</returns>
    public static async Task<IReadOnlyList<Guid>> TakeInKnown(JobTurn turn, EffectsProgress at, IReadOnlyList<UnwatchedCheck> checks)
    {
        IReadOnlyList<Guid> others = [];
        await turn.Write(async connection =>
        {
            await Move(connection, at, at);
            others = await WatchRecord.WatchKnown(connection, checks);
        });
        return others;
    }

    /// <summary>Watches applicants; those who are watched already stay. With them goes what checks that were under way have missed.</summary>
    public static Task TakeIn(
        JobTurn turn, EffectsProgress at, IReadOnlyList<NewApplicant> applicants,
        IReadOnlyList<(DueNotice Notice, AffectedCheck Affected)>? missed = null) => turn.Write(async connection =>
        {
            await Move(connection, at, at);
            await WatchRecord.Watch(connection, applicants);
            await Insert(connection, missed ?? []);
        });

    /// <summary>What one page of applicants comes to, and that it is done.</summary>
    /// <exception cref="InvalidOperationException">Somebody else is at the same work; nothing was changed.</exception>
    public static Task Move(
        JobTurn turn, EffectsProgress from, EffectsProgress to, IReadOnlyList<(DueNotice Notice, AffectedCheck Affected)>? affected = null) => turn.Write(async connection =>
        {
            await Move(connection, from, to);
            await Insert(connection, affected ?? []);
        });

    private static async Task Move(NpgsqlConnection connection, EffectsProgress from, EffectsProgress to)
    {
        await using var command = new NpgsqlCommand(
            """
            UPDATE registry.effects_progress SET taken_in = $1, processed = $2, page_check = $3, page_applicant = $4
             WHERE taken_in = $5 AND processed = $6 AND page_check = $7 AND page_applicant = $8
            """,
            connection);
        foreach (var progress in new[] { to, from })
        {
            command.Parameters.AddRange(new NpgsqlParameter[]
            {
                Number(progress.TakenIn), Number(progress.Processed), new NpgsqlParameter<Guid> { TypedValue = progress.Page.Check },
                new NpgsqlParameter<short> { TypedValue = progress.Page.Place },
            });
        }

        if (await command.ExecuteNonQueryAsync() != 1)
        {
            throw new InvalidOperationException("The work on effects has moved meanwhile.");
        }
    }

    private static async Task Insert(NpgsqlConnection connection, IReadOnlyList<(DueNotice Notice, AffectedCheck Affected)> affected)
    {
        if (affected.Count == 0)
        {
            return;
        }

        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(NewCommand(
            "INSERT INTO registry.notices_due SELECT * FROM unnest($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            affected.Select(row => row.Notice).DistinctBy(notice => notice.Id).Select(due => new object[] { due.Id.Value, due.Cause, due.CauseEvent, due.Caller.Value }),
            NpgsqlDbType.Uuid, NpgsqlDbType.Bigint, NpgsqlDbType.Uuid, NpgsqlDbType.Text));
        batch.BatchCommands.Add(NewCommand(
            "INSERT INTO registry.affected_checks SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            affected.Select(row => new object[]
            {
                row.Notice.Cause, row.Affected.Applicant.Check, row.Affected.Applicant.Place, row.Notice.Id.Value, row.Affected.Region.Value,
                (short)row.Affected.Recorded, (short)row.Affected.Before.OwnDay, (short)row.Affected.After.OwnDay,
                (short)row.Affected.Before.Today, (short)row.Affected.After.Today,
            }),
            NpgsqlDbType.Bigint, NpgsqlDbType.Uuid, NpgsqlDbType.Smallint, NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Smallint,
            NpgsqlDbType.Smallint, NpgsqlDbType.Smallint, NpgsqlDbType.Smallint, NpgsqlDbType.Smallint));
        await batch.ExecuteNonQueryAsync();
    }

    private static NpgsqlBatchCommand NewCommand(string sql, IEnumerable<object[]> rows, params NpgsqlDbType[] columns) =>
        new EventLog.ArrayStatement(sql, columns).For([.. rows]);

    private async IAsyncEnumerable<AskedCheck> Stored(string sql, params NpgsqlParameter[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            yield return new AskedCheck(
                reader.GetGuid(0), reader.GetString(1), RegionCode.Parse(reader.GetString(2)).Value!, reader.GetInt64(3), reader.GetFieldValue<byte[]>(4));
        }
    }

    private static NpgsqlParameter<long> Number(long value) => new() { TypedValue = value };

    private static NpgsqlParameter<Guid[]> Ids(IEnumerable<Guid> ids) => new() { TypedValue = [.. ids.Distinct()] };
}
