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
        await using var command = database.CreateCommand("SELECT processed, page_person, page_check, page_place FROM registry.effects_progress");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new EffectsProgress(reader.GetInt64(0), new WatchedApplicant(reader.GetInt64(1), new AskedApplicant(reader.GetGuid(2), reader.GetInt16(3))));
    }

    /// <exception cref="InvalidOperationException">They are those of a newer version, whose persons this one would lose.</exception>
    public async Task<KeysStanding> KeysStanding(int version)
    {
        await using var command = database.CreateCommand("SELECT keys_version, keys_are_anew FROM registry.effects_progress");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        var standing = new KeysStanding(reader.GetInt32(0), reader.GetBoolean(1));
        return standing.Version <= version
            ? standing
            : throw new InvalidOperationException("A newer version of the program watches persons under keys that this one does not make.");
    }

    public static Task Reach(JobTurn turn, KeysStanding standing) => turn.Write(async connection =>
    {
        await using var command = new NpgsqlCommand("UPDATE registry.effects_progress SET keys_version = $1, keys_are_anew = $2", connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = standing.Version });
        command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = standing.AreAnew });
        await command.ExecuteNonQueryAsync();
    });

    /// <summary>Checks that ask about somebody who is not watched yet.</summary>
    public IAsyncEnumerable<AskedCheck> Unwatched() =>
        Stored($"SELECT {Columns} FROM registry.eligibility_checks WHERE id = ANY (ARRAY(SELECT check_id FROM registry.unwatched_checks))");

    /// <summary>The ids of all that are there when the first is read, in no order.</summary>
    public async IAsyncEnumerable<Guid> UnwatchedIds()
    {
        await using var command = database.CreateCommand("SELECT check_id FROM registry.unwatched_checks");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            yield return reader.GetGuid(0);
        }
    }

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

    /// <summary>Watches applicants; those who are watched already stay. With them goes what checks that were under way have missed, and that none of these waits any more.</summary>
    public static Task TakeIn(
        JobTurn turn, EffectsProgress at, IReadOnlyList<Guid> checks, IReadOnlyList<NewApplicant> applicants,
        IReadOnlyList<(DueNotice Notice, AffectedCheck Affected)> missed) => turn.Write(async connection =>
        {
            await Move(connection, at, at);
            await WatchRecord.Watch(connection, applicants);
            await Insert(connection, missed);
            await using var taken = new NpgsqlCommand("DELETE FROM registry.unwatched_checks WHERE check_id = ANY ($1)", connection) { Parameters = { Ids(checks) } };
            await taken.ExecuteNonQueryAsync();
        });

    /// <summary>What one page of applicants comes to, and that it is done. What could not be asked waits to be taken in anew.</summary>
    /// <exception cref="InvalidOperationException">Somebody else is at the same work; nothing was changed.</exception>
    public static Task Move(
        JobTurn turn, EffectsProgress from, EffectsProgress to, JudgedAgain? judged = null) => turn.Write(async connection =>
        {
            await Move(connection, from, to);
            await Insert(connection, judged?.Affected ?? []);
            if (judged?.Aside is { Count: > 0 } aside)
            {
                await using var later = new NpgsqlCommand("INSERT INTO registry.unwatched_checks SELECT unnest($1) ON CONFLICT DO NOTHING", connection) { Parameters = { Ids(aside) } };
                await later.ExecuteNonQueryAsync();
            }
        });

    private static async Task Move(NpgsqlConnection connection, EffectsProgress from, EffectsProgress to)
    {
        await using var command = new NpgsqlCommand(
            """
            UPDATE registry.effects_progress SET processed = $1, page_person = $2, page_check = $3, page_place = $4
             WHERE processed = $5 AND page_person = $6 AND page_check = $7 AND page_place = $8 AND keys_version = $9
            """,
            connection);
        foreach (var progress in new[] { to, from })
        {
            command.Parameters.AddRange(new NpgsqlParameter[]
            {
                Number(progress.Processed), Number(progress.Page.Person), new NpgsqlParameter<Guid> { TypedValue = progress.Page.Asked.Check },
                new NpgsqlParameter<short> { TypedValue = progress.Page.Asked.Place },
            });
        }

        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = SubjectKeys.Version });
        if (await command.ExecuteNonQueryAsync() != 1)
        {
            throw new InvalidOperationException("The work on effects has moved meanwhile, or keys of another version have begun.");
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
