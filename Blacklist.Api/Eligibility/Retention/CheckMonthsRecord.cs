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
    private const int ForgottenAtOnce = 10_000;

    public override Task Prepare(DateOnly day) => checks.EnsurePartitions(day);

    /// <summary>With all that was made of its checks.</summary>
    public override async Task<long> Drop(JobTurn turn, DateOnly month, string period)
    {
        var count = await Count(month, turn.Ended);
        do
        {
            turn.Ended.ThrowIfCancellationRequested();
        }
        while (await Forget(turn, month, ForgottenAtOnce));

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

    /// <summary>Forgets some of what was made of the month's checks.</summary>
    /// <returns>False when nothing is left of it.</returns>
    private static async Task<bool> Forget(JobTurn turn, DateOnly month, int most)
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

    private static Task DropPartition(JobTurn turn, DateOnly month, long checks, string retention) => turn.Write(async connection =>
    {
        await using var command = new NpgsqlCommand("SELECT registry.drop_check_month($1, $2, $3)", connection);
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = month });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = checks });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = retention });
        await command.ExecuteNonQueryAsync();
    });
}
