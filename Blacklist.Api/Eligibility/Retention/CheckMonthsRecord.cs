using Blacklist.Api.Eligibility.Lane;
using Blacklist.Api.Jobs;
using Blacklist.Api.Retention;
using Npgsql;

namespace Blacklist.Api.Eligibility.Retention;

/// <summary>The months of the record of checks (<c>schema/0038_old_months_of_checks_are_dropped.sql</c>).</summary>
internal sealed class CheckMonthsRecord(NpgsqlDataSource database, CheckRecord checks) : KeptMonths(
    "checks", database,
    months: "SELECT month FROM registry.check_months()",
    dropped: "SELECT month, checks, retention, dropped_at FROM registry.dropped_check_months ORDER BY month")
{
    /// <summary>Checks: while the persons of so many are forgotten, nobody's answer is recorded.</summary>
    private const int Page = 500;

    public override Task Prepare(DateOnly day) => checks.EnsurePartitions(day);

    /// <summary>With all that was made of its checks.</summary>
    public override async Task<long> Drop(JobTurn turn, DateOnly month, string period)
    {
        var count = await Count(month, turn.Ended);
        Guid? last = Guid.Empty;
        while (last is { } after)
        {
            turn.Ended.ThrowIfCancellationRequested();
            last = await Forget(turn, month, after);
        }

        await DropPartition(turn, month, count, period);
        return count;
    }

    private async Task<long> Count(DateOnly month, CancellationToken cancellation)
    {
        await using var command = Database.CreateCommand("SELECT count(*) FROM registry.eligibility_checks WHERE checked_at >= $1 AND checked_at < $2");
        command.CommandTimeout = 0;
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = month.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = month.AddMonths(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) });
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Forgets what was made of the next checks of the month.</summary>
    /// <param name="after">The last check of those before.</param>
    /// <returns>The last of them; null when there are none.</returns>
    private static async Task<Guid?> Forget(JobTurn turn, DateOnly month, Guid after)
    {
        Guid? last = null;
        await turn.Write(async connection =>
        {
            await using var command = new NpgsqlCommand("SELECT registry.forget_check_month($1, $2, $3)", connection);
            command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = month });
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = after });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Page });
            last = await command.ExecuteScalarAsync() as Guid?;
        });
        return last;
    }

    private static Task DropPartition(JobTurn turn, DateOnly month, long checks, string retention) => turn.Write(async connection =>
    {
        await using var command = new NpgsqlCommand("SELECT registry.drop_check_month($1, $2, $3)", connection);
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = month });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = checks });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = retention });
        await command.ExecuteNonQueryAsync();
    });
}
