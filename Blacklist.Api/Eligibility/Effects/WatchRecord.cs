using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.Eligibility.Effects;

/// <summary>Whom recorded checks asked about: each person once, under keys, and where they were asked about (<c>schema/0080_a_person_is_watched_once.sql</c>).</summary>
internal sealed class WatchRecord(NpgsqlDataSource database)
{
    private const string All =
        """
        SELECT check_id, applicant FROM registry.check_subjects
         WHERE log_position < $1 AND (check_id, applicant) > ($2, $3) ORDER BY check_id, applicant LIMIT $4
        """;

    /// <summary>By the keys first, whatever the planner believes of them.</summary>
    private const string UnderKeys =
        """
        WITH persons AS MATERIALIZED (SELECT person FROM registry.asked_persons WHERE keys && $5),
        found AS MATERIALIZED (SELECT check_id, applicant FROM registry.check_subjects WHERE person = ANY (ARRAY(SELECT person FROM persons)) AND log_position < $1)
        SELECT check_id, applicant FROM found WHERE (check_id, applicant) > ($2, $3) ORDER BY check_id, applicant LIMIT $4
        """;

    /// <summary>
    /// A person is looked up by a scalar subquery: one descent of an index, whatever the planner believes of a table that grows while it is asked.
    /// Of a check without identities the one applicant is nobody.
    /// </summary>
    private const string AddKnown =
        """
        WITH asked AS MATERIALIZED (
          SELECT check_id, place::smallint AS applicant, log_position,
                 (SELECT person FROM registry.asked_persons WHERE identity = substr(identities, place * 32 + 1, 32)) AS person
            FROM (SELECT *, generate_series(0, coalesce(octet_length(identities) / 32 - 1, 0)) AS place
                    FROM unnest($1, $2, $3) AS one (check_id, log_position, identities)) AS placed),
        known AS (
          INSERT INTO registry.check_subjects (check_id, applicant, log_position, person)
          SELECT check_id, applicant, log_position, person FROM asked WHERE person IS NOT NULL
              ON CONFLICT DO NOTHING)
        SELECT DISTINCT check_id FROM asked WHERE person IS NULL
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
    public async Task<IReadOnlyList<AskedApplicant>> Watched(long[]? keys, long position, AskedApplicant after, int most)
    {
        await using var command = database.CreateCommand(keys is null ? All : UnderKeys);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new NpgsqlParameter<long> { TypedValue = position }, new NpgsqlParameter<Guid> { TypedValue = after.Check },
            new NpgsqlParameter<short> { TypedValue = after.Place }, new NpgsqlParameter<int> { TypedValue = most },
        });
        if (keys is not null)
        {
            command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = keys });
        }

        var found = new List<AskedApplicant>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            found.Add(new AskedApplicant(reader.GetGuid(0), reader.GetInt16(1)));
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

    /// <summary>Persons who wait under keys that another digest key made, after one of them, in order; each with a check that asked about them.</summary>
    public async Task<IReadOnlyList<(long Person, AskedApplicant Asked)>> UnderOthers(string digestKey, long after, int most)
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
            new NpgsqlParameter<long> { TypedValue = after }, new NpgsqlParameter<int> { TypedValue = most }, new NpgsqlParameter<string> { TypedValue = digestKey },
        });
        var found = new List<(long Person, AskedApplicant Asked)>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            found.Add((reader.GetInt64(0), new AskedApplicant(reader.GetGuid(1), reader.GetInt16(2))));
        }

        return found;
    }

    /// <summary>Replaces the keys of those who wait, all made with one digest key.</summary>
    public async Task WatchAnew(IReadOnlyList<(long Person, WaitsUnder Under)> persons, string digestKey)
    {
        await using var command = database.CreateCommand("SELECT registry.watch_anew($1, $2, $3, $4, $5)");
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            Array(persons, one => one.Person), Array(persons, one => one.Under.Identity), Array(persons, one => one.Under.Keys.Length),
            new NpgsqlParameter<long[]> { TypedValue = [.. persons.SelectMany(one => one.Under.Keys)] },
            new NpgsqlParameter<string> { TypedValue = digestKey },
        });
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Watches the applicants whom somebody asked about before; those who are watched already stay.</summary>
    /// <param name="connection">Of a transaction that holds the progress of the work: nobody else adds or forgets persons meanwhile.</param>
    /// <returns>The checks that ask about somebody else, too.</returns>
    public static async Task<IReadOnlyList<Guid>> WatchKnown(NpgsqlConnection connection, IReadOnlyList<UnwatchedCheck> checks)
    {
        await using var command = new NpgsqlCommand(AddKnown, connection);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            Array(checks, one => one.Id), Array(checks, one => one.LogPosition),
            new NpgsqlParameter<byte[]?[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea, TypedValue = [.. checks.Select(one => one.Identities)] },
        });
        var others = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            others.Add(reader.GetGuid(0));
        }

        return others;
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
                new NpgsqlParameter<long[]> { TypedValue = [.. persons.SelectMany(one => one.Keys)] }, Array(persons, one => one.DigestKey),
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
