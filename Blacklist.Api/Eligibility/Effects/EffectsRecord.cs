using Blacklist.Api.Jobs;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Regions;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.Eligibility.Effects;

/// <summary>Whom recorded checks asked about, what later facts changed, and how far the work has come (<c>schema/0027_retroactive_effects.sql</c>).</summary>
internal sealed class EffectsRecord(NpgsqlDataSource database)
{
    private const string Columns = "id, client, region, log_position, answer, question";

    private const string AllWatched =
        """
        SELECT check_id, applicant FROM registry.check_subjects
         WHERE log_position < $1 AND (check_id, applicant) > ($2, $3) ORDER BY check_id, applicant LIMIT $4
        """;

    /// <summary>By the keys first, whatever the planner believes of them.</summary>
    private const string WatchedUnderKeys =
        """
        WITH found AS MATERIALIZED (SELECT check_id, applicant FROM registry.check_subjects WHERE keys && $5 AND log_position < $1)
        SELECT check_id, applicant FROM found WHERE (check_id, applicant) > ($2, $3) ORDER BY check_id, applicant LIMIT $4
        """;

    public async Task<EffectsProgress> Progress()
    {
        await using var command = database.CreateCommand("SELECT taken_in, processed, page_check, page_applicant FROM registry.effects_progress");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new EffectsProgress(reader.GetInt64(0), reader.GetInt64(1), new AskedApplicant(reader.GetGuid(2), reader.GetInt16(3)));
    }

    /// <summary>Checks stored after a position and up to another, in no order.</summary>
    public IAsyncEnumerable<StoredCheck> StoredBetween(long after, long upTo) =>
        Stored($"SELECT {Columns} FROM registry.eligibility_checks WHERE recorded_position > $1 AND recorded_position <= $2", Number(after), Number(upTo));

    /// <summary>Checks stored after a position, whose answers did not see the event at which they were stored, and that are not watched yet.</summary>
    public IAsyncEnumerable<StoredCheck> UnderWay(long after) => Stored(
        $"""
        SELECT {Columns} FROM registry.eligibility_checks
         WHERE recorded_position > $1 AND log_position < recorded_position
           AND NOT EXISTS (SELECT FROM registry.check_subjects WHERE check_id = eligibility_checks.id)
        """,
        Number(after));

    /// <summary>The next checks after one, in the order of their ids, which is that of their asking.</summary>
    public async Task<IReadOnlyList<StoredCheck>> StoredAfter(Guid check, int most)
    {
        var found = new List<StoredCheck>();
        await foreach (var stored in Stored(
            $"SELECT {Columns} FROM registry.eligibility_checks WHERE id > $1 ORDER BY id LIMIT $2",
            new NpgsqlParameter<Guid> { TypedValue = check }, new NpgsqlParameter<int> { TypedValue = most }))
        {
            found.Add(stored);
        }

        return found;
    }

    public async Task<IReadOnlyDictionary<Guid, StoredCheck>> Checks(IEnumerable<Guid> ids)
    {
        var found = new Dictionary<Guid, StoredCheck>();
        await foreach (var check in Stored($"SELECT {Columns} FROM registry.eligibility_checks WHERE id = ANY ($1)", Ids(ids)))
        {
            found[check.Id] = check;
        }

        return found;
    }

    /// <summary>Applicants under any of the keys whose checks knew less than a position, after one of them, in order.</summary>
    /// <param name="keys">Null for everybody.</param>
    public async Task<IReadOnlyList<AskedApplicant>> Watched(long[]? keys, long position, AskedApplicant after, int most)
    {
        await using var command = database.CreateCommand(keys is null ? AllWatched : WatchedUnderKeys);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            Number(position), new NpgsqlParameter<Guid> { TypedValue = after.Check }, new NpgsqlParameter<short> { TypedValue = after.Place },
            new NpgsqlParameter<int> { TypedValue = most },
        });
        if (keys is not null)
        {
            command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = keys });
        }

        return await Applicants(command);
    }

    /// <summary>Applicants who wait under keys that another digest key made, after one of them, in order.</summary>
    public async Task<IReadOnlyList<AskedApplicant>> WatchedUnderOthers(string digestKey, AskedApplicant after, int most)
    {
        await using var command = database.CreateCommand(
            """
            SELECT check_id, applicant FROM registry.check_subjects
             WHERE digest_key IS DISTINCT FROM $4 AND (check_id, applicant) > ($1, $2) ORDER BY check_id, applicant LIMIT $3
            """);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new NpgsqlParameter<Guid> { TypedValue = after.Check }, new NpgsqlParameter<short> { TypedValue = after.Place },
            new NpgsqlParameter<int> { TypedValue = most }, new NpgsqlParameter<string> { TypedValue = digestKey },
        });
        return await Applicants(command);
    }

    /// <summary>Replaces the keys of those who wait, all made with one digest key.</summary>
    public async Task WatchAnew(IReadOnlyList<(AskedApplicant Applicant, WaitsUnder Under)> applicants)
    {
        if (applicants is not [var (_, first), ..])
        {
            return;
        }

        await using var command = database.CreateCommand("SELECT registry.watch_anew($1, $2, $3, $4, $5)");
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new NpgsqlParameter<Guid[]> { TypedValue = [.. applicants.Select(one => one.Applicant.Check)] },
            new NpgsqlParameter<short[]> { TypedValue = [.. applicants.Select(one => one.Applicant.Place)] },
            new NpgsqlParameter<int[]> { TypedValue = [.. applicants.Select(one => one.Under.Keys.Length)] },
            new NpgsqlParameter<long[]> { TypedValue = [.. applicants.SelectMany(one => one.Under.Keys)] },
            new NpgsqlParameter<string> { TypedValue = first.DigestKey },
        });
        await command.ExecuteNonQueryAsync();
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

    /// <summary>Watches applicants; those who are watched already stay. With them goes what checks that were under way have missed.</summary>
    public static Task TakeIn(
        JobTurn turn, EffectsProgress at, IReadOnlyList<(AskedApplicant Applicant, long LogPosition, WaitsUnder Under)> applicants,
        IReadOnlyList<(DueNotice Notice, AffectedCheck Affected)>? missed = null) => turn.Write(async connection =>
        {
            await Move(connection, at, at);
            await Insert(connection, applicants);
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

    private static async Task<IReadOnlyList<AskedApplicant>> Applicants(NpgsqlCommand command)
    {
        var found = new List<AskedApplicant>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            found.Add(new AskedApplicant(reader.GetGuid(0), reader.GetInt16(1)));
        }

        return found;
    }

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

    /// <summary>Everybody's keys are one array; each applicant has a part of it.</summary>
    private static async Task Insert(NpgsqlConnection connection, IReadOnlyList<(AskedApplicant Applicant, long LogPosition, WaitsUnder Under)> applicants)
    {
        if (applicants.Count == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(
            """
            INSERT INTO registry.check_subjects (check_id, applicant, log_position, keys, digest_key)
            SELECT check_id, applicant, log_position, ($5::bigint[])[last_key - key_count + 1 : last_key], digest_key
              FROM (SELECT *, sum(key_count) OVER (ORDER BY place)::integer AS last_key
                      FROM unnest($1, $2, $3, $4, $6) WITH ORDINALITY AS one(check_id, applicant, log_position, key_count, digest_key, place)) AS counted
                ON CONFLICT DO NOTHING
            """,
            connection);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            Array(one => one.Applicant.Check), Array(one => one.Applicant.Place), Array(one => one.LogPosition), Array(one => one.Under.Keys.Length),
            new NpgsqlParameter<long[]> { TypedValue = [.. applicants.SelectMany(one => one.Under.Keys)] },
            Array(one => one.Under.DigestKey),
        });
        await command.ExecuteNonQueryAsync();

        NpgsqlParameter<T[]> Array<T>(Func<(AskedApplicant Applicant, long LogPosition, WaitsUnder Under), T> column) => new() { TypedValue = [.. applicants.Select(column)] };
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

    private async IAsyncEnumerable<StoredCheck> Stored(string sql, params NpgsqlParameter[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            yield return new StoredCheck(
                reader.GetGuid(0), reader.GetString(1), RegionCode.Parse(reader.GetString(2)).Value!, reader.GetInt64(3),
                reader.GetFieldValue<byte[]>(4), reader.GetFieldValue<byte[]>(5));
        }
    }

    private static NpgsqlParameter<long> Number(long value) => new() { TypedValue = value };

    private static NpgsqlParameter<Guid[]> Ids(IEnumerable<Guid> ids) => new() { TypedValue = [.. ids.Distinct()] };
}
