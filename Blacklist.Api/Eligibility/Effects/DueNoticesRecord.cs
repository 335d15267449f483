using Blacklist.Api.Jobs;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Regions;
using Npgsql;

namespace Blacklist.Api.Eligibility.Effects;

/// <summary>Notices that wait to be opened, and what they tell.</summary>
internal sealed class DueNoticesRecord(NpgsqlDataSource database)
{
    private const string IsWrongRefusal = "recorded = 2 AND own_before = 2 AND own_after < 2";
    private const string IsWrongClearance = "recorded < 2 AND own_before < 2 AND own_after = 2";

    /// <param name="processed">Their events are done.</param>
    public async Task<IReadOnlyList<DueNotice>> Due(long processed)
    {
        await using var command = database.CreateCommand("SELECT notice_id, cause, cause_event, client FROM registry.notices_due WHERE cause <= $1 ORDER BY cause, notice_id");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = processed });
        await using var reader = await command.ExecuteReaderAsync();
        var due = new List<DueNotice>();
        while (await reader.ReadAsync())
        {
            due.Add(new DueNotice(new CallerNoticeId(reader.GetGuid(0)), reader.GetInt64(1), reader.GetGuid(2), new ClerkId(reader.GetString(3))));
        }

        return due;
    }

    public async Task<NoticeCounts> Count(CallerNoticeId notice)
    {
        await using var command = database.CreateCommand(
            $"""
            SELECT count(DISTINCT check_id)::integer, (count(DISTINCT check_id) FILTER (WHERE {IsWrongRefusal}))::integer,
                   (count(DISTINCT check_id) FILTER (WHERE {IsWrongClearance}))::integer, array_agg(DISTINCT region)
              FROM registry.affected_checks WHERE notice_id = $1
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = notice.Value });
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new NoticeCounts(
            reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2),
            reader.GetFieldValue<string[]>(3).Select(code => RegionCode.Parse(code).Value!).Aggregate((one, other) => one.With(other)));
    }

    /// <summary>Checks of the notice that refused wrongly, after one of them, in order.</summary>
    public async Task<IReadOnlyList<(Guid Check, RegionCode Region)>> WrongRefusals(CallerNoticeId notice, Guid after, int most)
    {
        await using var command = database.CreateCommand(
            $"""
            SELECT DISTINCT check_id, region FROM registry.affected_checks
             WHERE notice_id = $1 AND {IsWrongRefusal} AND check_id > $2 ORDER BY check_id LIMIT $3
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = notice.Value });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<(Guid, RegionCode)>();
        while (await reader.ReadAsync())
        {
            found.Add((reader.GetGuid(0), RegionCode.Parse(reader.GetString(1)).Value!));
        }

        return found;
    }

    /// <summary>It is open, with all that follows from it.</summary>
    public static Task Done(JobTurn turn, CallerNoticeId notice) => turn.Write(async connection =>
    {
        await using var command = new NpgsqlCommand("DELETE FROM registry.notices_due WHERE notice_id = $1", connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = notice.Value });
        await command.ExecuteNonQueryAsync();
    });
}
