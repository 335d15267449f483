using Blacklist.Api.Audit;
using Blacklist.Api.Jobs;
using Npgsql;

namespace Blacklist.Api.Eligibility.Retention;

/// <summary>The months of the record of checks (<c>schema/0038_old_months_of_checks_are_dropped.sql</c>).</summary>
internal sealed class CheckMonthsRecord(NpgsqlDataSource database)
{
    /// <summary>By their first days, the oldest first.</summary>
    public async Task<IReadOnlyList<DateOnly>> Months()
    {
        await using var command = database.CreateCommand("SELECT month FROM registry.check_months()");
        await using var reader = await command.ExecuteReaderAsync();
        var months = new List<DateOnly>();
        while (await reader.ReadAsync())
        {
            months.Add(reader.GetFieldValue<DateOnly>(0));
        }

        return months;
    }

    public async Task<long> Count(DateOnly month, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("SELECT count(*) FROM registry.eligibility_checks WHERE checked_at >= $1 AND checked_at < $2");
        command.CommandTimeout = 0;
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = month.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = month.AddMonths(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) });
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Forgets some of what was made of the month's checks.</summary>
    /// <returns>False when nothing is left of it.</returns>
    public static async Task<bool> Forget(JobTurn turn, DateOnly month, int most)
    {
        var forgotten = 0;
        await turn.Write(async connection =>
        {
            await using var command = new NpgsqlCommand("SELECT registry.forget_check_month($1, $2)", connection);
            command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = month });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
            forgotten = (int)(await command.ExecuteScalarAsync())!;
        });
        return forgotten > 0;
    }

    public static Task Drop(JobTurn turn, DateOnly month, long checks, string retention) => turn.Write(async connection =>
    {
        await using var command = new NpgsqlCommand("SELECT registry.drop_check_month($1, $2, $3)", connection);
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = month });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = checks });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = retention });
        await command.ExecuteNonQueryAsync();
    });

    public async Task<IReadOnlyList<DroppedCheckMonth>> Dropped(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("SELECT month, checks, retention, dropped_at FROM registry.dropped_check_months ORDER BY month");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var dropped = new List<DroppedCheckMonth>();
        while (await reader.ReadAsync(cancellation))
        {
            dropped.Add(new DroppedCheckMonth(reader.GetFieldValue<DateOnly>(0), reader.GetInt64(1), reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3)));
        }

        return dropped;
    }
}

/// <summary>A month of checks that is no longer kept.</summary>
/// <param name="Month">Its first day; months are UTC months.</param>
/// <param name="Checks">How many there were.</param>
/// <param name="Retention">The period under which they were dropped.</param>
[Disclosed(DisclosureTier.Nothing)]
internal sealed record DroppedCheckMonth(DateOnly Month, long Checks, string Retention, DateTimeOffset DroppedAt);
