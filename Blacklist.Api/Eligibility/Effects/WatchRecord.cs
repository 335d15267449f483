using Npgsql;

namespace Blacklist.Api.Eligibility.Effects;

/// <summary>Whom recorded checks asked about: each person once, under keys, and where they were asked about (<c>schema/0080_a_person_is_watched_once.sql</c>).</summary>
internal sealed class WatchRecord(NpgsqlDataSource database)
{
    private const string All =
        """
        SELECT $2, check_id, applicant FROM registry.check_subjects
         WHERE log_position < $1 AND (check_id, applicant) > ($3, $4) ORDER BY check_id, applicant LIMIT $5
        """;

    /// <summary>By the keys first, whatever the planner believes of them; then person by person from the place on, and of each no more than the page takes.</summary>
    private const string UnderKeys =
        """
        WITH met AS MATERIALIZED (SELECT person FROM registry.asked_persons WHERE keys && $6)
        SELECT persons.person, found.check_id, found.applicant
          FROM (SELECT person, CASE person WHEN $2 THEN $3 ELSE '00000000-0000-0000-0000-000000000000' END AS after_check, CASE person WHEN $2 THEN $4 ELSE -1 END AS after_place
                  FROM met WHERE person >= $2 ORDER BY person) AS persons
         CROSS JOIN LATERAL (
               SELECT check_id, applicant FROM registry.check_subjects
                WHERE person = persons.person AND (check_id, applicant) > (persons.after_check, persons.after_place) AND log_position < $1
                ORDER BY check_id, applicant LIMIT $5) AS found
         ORDER BY persons.person, found.check_id, found.applicant LIMIT $5
        """;

    /// <summary>Everybody's keys are one array; each person has a part of it.</summary>
    private const string AddPersons =
        """
        INSERT INTO registry.asked_persons (identity, keys, digest_key)
        SELECT identity, ($3::bigint[])[last_key - key_count + 1 : last_key], digest_key
          FROM (SELECT *, sum(key_count) OVER (ORDER BY place)::integer AS last_key
                  FROM unnest($1, $2, $4) WITH ORDINALITY AS one (identity, key_count, digest_key, place)) AS counted
            ON CONFLICT DO NOTHING
        """;

    private const string AddApplicants =
        """
        INSERT INTO registry.check_subjects (check_id, applicant, log_position, person)
        SELECT check_id, applicant, log_position, (SELECT person FROM registry.asked_persons AS asked WHERE asked.identity = one.identity)
          FROM unnest($1, $2, $3, $4) AS one (check_id, applicant, log_position, identity)
            ON CONFLICT DO NOTHING
        """;

    /// <summary>Applicants under any of the keys whose checks knew less than a position, after one of them, in order.</summary>
    /// <param name="keys">Null for everybody.</param>
    public async Task<IReadOnlyList<WatchedApplicant>> Watched(long[]? keys, long position, WatchedApplicant after, int most)
    {
        await using var command = database.CreateCommand(keys is null ? All : UnderKeys);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new NpgsqlParameter<long> { TypedValue = position }, new NpgsqlParameter<long> { TypedValue = after.Person },
            new NpgsqlParameter<Guid> { TypedValue = after.Asked.Check }, new NpgsqlParameter<short> { TypedValue = after.Asked.Place },
            new NpgsqlParameter<int> { TypedValue = most },
        });
        if (keys is not null)
        {
            command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = keys });
        }

        var found = new List<WatchedApplicant>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            found.Add(new WatchedApplicant(reader.GetInt64(0), new AskedApplicant(reader.GetGuid(1), reader.GetInt16(2))));
        }

        return found;
    }

    /// <summary>Whether any applicant is watched whose check knew less than a position: else no event up to there changes an answer.</summary>
    public async Task<bool> AnyBefore(long position)
    {
        await using var command = database.CreateCommand("SELECT EXISTS (SELECT FROM registry.check_subjects WHERE log_position < $1)");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = position });
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Persons who wait under keys that were made otherwise, with another digest key or by another version, after one of them, in order; each with a check that asked about them.</summary>
    public async Task<IReadOnlyList<(long Person, AskedApplicant Asked)>> UnderOthers(string madeWith, long after, int most)
    {
        await using var command = database.CreateCommand(
            """
            SELECT asked.person, one.check_id, one.applicant
              FROM registry.asked_persons AS asked
              JOIN LATERAL (SELECT check_id, applicant FROM registry.check_subjects WHERE person = asked.person LIMIT 1) AS one ON true
             WHERE asked.digest_key IS DISTINCT FROM $3 AND asked.person > $1 ORDER BY asked.person LIMIT $2
            """);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new NpgsqlParameter<long> { TypedValue = after }, new NpgsqlParameter<int> { TypedValue = most }, new NpgsqlParameter<string> { TypedValue = madeWith },
        });
        var found = new List<(long Person, AskedApplicant Asked)>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            found.Add((reader.GetInt64(0), new AskedApplicant(reader.GetGuid(1), reader.GetInt16(2))));
        }

        return found;
    }

    /// <summary>Replaces the keys of those who wait, all made alike.</summary>
    public async Task WatchAnew(IReadOnlyList<(long Person, WaitsUnder Under)> persons, string madeWith)
    {
        await using var command = database.CreateCommand("SELECT registry.watch_anew($1, $2, $3, $4, $5)");
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            Array(persons, one => one.Person), Array(persons, one => one.Under.Identity), Array(persons, one => one.Under.Keys.Length),
            new NpgsqlParameter<long[]> { TypedValue = [.. persons.SelectMany(one => one.Under.Keys)] },
            new NpgsqlParameter<string> { TypedValue = madeWith },
        });
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Their checks wait to be taken in anew.</summary>
    public async Task WatchLater(IReadOnlyList<long> persons)
    {
        if (persons.Count == 0)
        {
            return;
        }

        await using var command = database.CreateCommand("SELECT registry.watch_later($1)");
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. persons] });
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Watches applicants; those who are watched already stay. What a person is found under is made for those only whom nobody asked about before.</summary>
    /// <param name="connection">Of a transaction that holds the progress of the work: nobody else adds or forgets persons meanwhile.</param>
    public static async Task Watch(NpgsqlConnection connection, IReadOnlyList<NewApplicant> applicants)
    {
        if (applicants.Count == 0)
        {
            return;
        }

        var known = await Known(connection, applicants);
        List<WaitsUnder> persons = [.. applicants.Where(one => known.Add(Convert.ToHexString(one.Identity))).Select(one => one.Waits())];
        if (persons.Count > 0)
        {
            await using var add = new NpgsqlCommand(AddPersons, connection);
            add.Parameters.AddRange(new NpgsqlParameter[]
            {
                Array(persons, one => one.Identity), Array(persons, one => one.Keys.Length),
                new NpgsqlParameter<long[]> { TypedValue = [.. persons.SelectMany(one => one.Keys)] }, Array(persons, one => one.MadeWith),
            });
            await add.ExecuteNonQueryAsync();
        }

        await using var command = new NpgsqlCommand(AddApplicants, connection);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            Array(applicants, one => one.Applicant.Check), Array(applicants, one => one.Applicant.Place), Array(applicants, one => one.LogPosition),
            Array(applicants, one => one.Identity),
        });
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<HashSet<string>> Known(NpgsqlConnection connection, IReadOnlyList<NewApplicant> applicants)
    {
        await using var command = new NpgsqlCommand("SELECT identity FROM unnest($1) AS one (identity) WHERE (SELECT true FROM registry.asked_persons AS asked WHERE asked.identity = one.identity)", connection);
        command.Parameters.Add(Array(applicants, one => one.Identity));
        var known = new HashSet<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            known.Add(Convert.ToHexString(reader.GetFieldValue<byte[]>(0)));
        }

        return known;
    }

    private static NpgsqlParameter<T[]> Array<TRow, T>(IEnumerable<TRow> rows, Func<TRow, T> column) => new() { TypedValue = [.. rows.Select(column)] };
}

/// <summary>An applicant of a recorded check who is to be watched.</summary>
/// <param name="Identity">Keyed digest of who it is said to be.</param>
/// <param name="Waits">What such a person is found under; it costs more than the rest together.</param>
internal sealed record NewApplicant(AskedApplicant Applicant, long LogPosition, byte[] Identity, Func<WaitsUnder> Waits);
