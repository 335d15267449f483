using Blacklist.Api.Eligibility.Receipts;
using Blacklist.Api.Hosting;
using Blacklist.Api.Receipts.Roots;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.Eligibility.Lane;

/// <summary>The durable record of answers (<c>registry.eligibility_checks</c>).</summary>
internal sealed class CheckRecord(RegistryDatabase registry)
{
    private const string Storing =
        "SELECT * FROM registry.record_checks($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)";

    private readonly NpgsqlDataSource database = registry.Answers;

    /// <summary>Stores the answers and settles them, if they saw enough of the log. It keeps its thread while it waits.</summary>
    /// <param name="floor">Enough even when the log has moved on: where it stood after the last question of the group had come.</param>
    /// <param name="root">Over the answers in the order of the group.</param>
    /// <returns>Null when stored; else where the log stands, and nothing was stored.</returns>
    /// <exception cref="Exception">Whoever is settled nevertheless, is stored.</exception>
    public long? Store(long floor, IReadOnlyList<PendingCheck> group, SignedRoot root)
    {
        using var connection = database.OpenConnection();
        using var command = Command(connection, floor, group, root);
        command.Prepare(); // once a connection
        int[]? known;
        using (var reader = command.ExecuteReader())
        {
            reader.Read();
            if (!reader.GetBoolean(0))
            {
                return reader.GetInt64(1);
            }

            known = reader.IsDBNull(2) ? null : reader.GetFieldValue<int[]>(2);
        }

        for (var place = 0; place < group.Count; place++)
        {
            if (known?.Contains(place + 1) != true)
            {
                group[place].Settled = new CheckOutcome.Recorded(new GivenAnswer(group[place].Leaf!, root, place));
            }
        }

        // After the others: they are stored, whatever becomes of the connection now.
        foreach (var place in known ?? [])
        {
            group[place - 1].Settled = Earlier(connection, group[place - 1]);
        }

        return null;
    }

    /// <summary>What was to be stored was refused: by the form of the data, a constraint, or a limit of the server (SQLSTATE classes 22, 23, 54). All of the group is undone.</summary>
    public static bool IsOfTheRows(Exception failure) => failure is PostgresException { SqlState: var state } && state[..2] is "22" or "23" or "54";

    /// <summary>The partitions of the day's month and of the next.</summary>
    public async Task EnsurePartitions(DateOnly day)
    {
        await using var command = database.CreateCommand("SELECT registry.ensure_check_partitions($1)");
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = day });
        await command.ExecuteNonQueryAsync();
    }

    public async Task<bool> Has(Guid id)
    {
        await using var command = database.CreateCommand("SELECT EXISTS (SELECT FROM registry.eligibility_checks WHERE id = $1)");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>What the caller's key was answered before.</summary>
    private static CheckOutcome Earlier(NpgsqlConnection connection, PendingCheck check)
    {
        using var command = new NpgsqlCommand(
            $"""
            SELECT {GivenAnswerRows.Columns}, used.request_mac
              FROM registry.check_keys AS used
              JOIN registry.eligibility_checks AS given ON given.id = used.check_id AND given.checked_at = used.checked_at
              {GivenAnswerRows.Join}
             WHERE used.client = $1 AND used.key = $2
            """,
            connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = check.Client }, new NpgsqlParameter<string> { TypedValue = check.Key! } },
        };
        using var reader = command.ExecuteReader();
        reader.Read();
        return reader.GetFieldValue<byte[]>(GivenAnswerRows.Width).AsSpan().SequenceEqual(check.RequestMac)
            ? new CheckOutcome.Recorded(GivenAnswerRows.Read(reader))
            : new CheckOutcome.KeyUsedOtherwise();
    }

    /// <summary>What stores a group, for a batch that accounts for the answers in the same transaction.</summary>
    public static NpgsqlBatchCommand Statement(long floor, IReadOnlyList<PendingCheck> group, SignedRoot root)
    {
        var command = new NpgsqlBatchCommand(Storing);
        AddParameters(command.Parameters, floor, group, root);
        return command;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, long floor, IReadOnlyList<PendingCheck> group, SignedRoot root)
    {
        var command = new NpgsqlCommand(Storing, connection);
        AddParameters(command.Parameters, floor, group, root);
        return command;
    }

    private static void AddParameters(NpgsqlParameterCollection parameters, long floor, IReadOnlyList<PendingCheck> group, SignedRoot root)
    {
        var keyed = group.Any(check => check.Key is not null);
        parameters.Add(new NpgsqlParameter<long> { TypedValue = floor });
        Add(NpgsqlDbType.Uuid, check => check.Id);
        Add(NpgsqlDbType.TimestampTz, check => check.Evaluated!.CheckedAt.UtcDateTime);
        Add(NpgsqlDbType.Text, check => check.Client);
        Add(NpgsqlDbType.Text, check => check.Question.ApplicationReference);
        Add(NpgsqlDbType.Text, check => check.Question.Organization.Region.Value);
        Add(NpgsqlDbType.Smallint, check => (short)check.Evaluated!.Verdict);
        Add(NpgsqlDbType.Bytea, check => check.Evaluated!.Answer);
        Add(NpgsqlDbType.Bytea, check => check.SealedQuestion);
        Add(NpgsqlDbType.Bytea, check => check.Identities);
        Add(NpgsqlDbType.Text, check => check.Key, isAbsent: !keyed);
        Add(NpgsqlDbType.Bytea, check => check.RequestMac, isAbsent: !keyed);
        Add(NpgsqlDbType.Date, check => check.Leaf!.ReliableUntil);
        Add(NpgsqlDbType.Bytea, check => check.Leaf!.Commitments);
        GivenAnswerRows.Add(parameters, root);

        void Add<T>(NpgsqlDbType type, Func<PendingCheck, T> column, bool isAbsent = false) =>
            parameters.Add(new NpgsqlParameter<T[]?> { NpgsqlDbType = type | NpgsqlDbType.Array, TypedValue = isAbsent ? null : [.. group.Select(column)] });
    }
}
