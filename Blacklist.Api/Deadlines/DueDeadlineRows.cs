using Blacklist.Api.EventLog.Json;
using Blacklist.Domain.Deadlines;
using Npgsql;

namespace Blacklist.Api.Deadlines;

/// <summary>An open deadline whose time has come.</summary>
/// <param name="SetAt">When the registry learned of it.</param>
/// <param name="ComesAt">When its time came.</param>
/// <param name="Now">The database's clock when it was found.</param>
internal sealed record DueDeadline(Guid Id, Guid Subject, string SubjectType, DeadlineKind Kind, DateOnly Due, DateTimeOffset SetAt, DateTimeOffset ComesAt, DateTimeOffset Now);

/// <summary>Finds what the job has to do, by the database's clock. Deadlines that passed and that nobody meets are never looked at again.</summary>
internal sealed class DueDeadlineRows(NpgsqlDataSource database)
{
    private const string Passing =
        """
        SELECT id, subject, subject_type, kind, due, set_at, passes_at, registry.clock()
          FROM deadline
         WHERE state = 'open' AND NOT passed AND passes_at <= registry.clock() AND (passes_at, id) > ($1, $2)
         ORDER BY passes_at, id LIMIT $3
        """;

    private const string Warning =
        """
        SELECT deadline.id, subject, subject_type, kind, due, set_at, warn_at, registry.clock()
          FROM deadline LEFT JOIN deadline_firing AS firing ON firing.id = deadline.id
         WHERE state = 'open' AND NOT passed AND warn_at <= registry.clock() AND (warn_at, deadline.id) > ($1, $2) AND passes_at > registry.clock()
           AND warned_at IS NULL
         ORDER BY warn_at, deadline.id LIMIT $3
        """;

    /// <summary>Those that have passed and were not told so.</summary>
    /// <param name="after">The last one of the page before; it may still be among the due, and is not asked for again.</param>
    public Task<IReadOnlyList<DueDeadline>> ToPass(DueDeadline? after, int most) => Read(Passing, after, most);

    /// <summary>Those that come near and were not told so.</summary>
    /// <inheritdoc cref="ToPass"/>
    public Task<IReadOnlyList<DueDeadline>> ToWarn(DueDeadline? after, int most) => Read(Warning, after, most);

    private async Task<IReadOnlyList<DueDeadline>> Read(string sql, DueDeadline? after, int most)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = after?.ComesAt.UtcDateTime ?? DateTime.MinValue.ToUniversalTime() });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = after?.Id ?? Guid.Empty });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<DueDeadline>();
        while (await reader.ReadAsync())
        {
            found.Add(new DueDeadline(
                reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), EnumWords.Read<DeadlineKind>(reader.GetString(3)), reader.GetFieldValue<DateOnly>(4),
                reader.GetFieldValue<DateTimeOffset>(5), reader.GetFieldValue<DateTimeOffset>(6), reader.GetFieldValue<DateTimeOffset>(7)));
        }

        return found;
    }
}
