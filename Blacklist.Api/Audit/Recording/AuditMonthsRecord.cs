using Blacklist.Api.Jobs;
using Blacklist.Api.Retention;
using Npgsql;

namespace Blacklist.Api.Audit.Recording;

/// <summary>The months of the audit (<c>schema/0057_old_months_of_the_audit_are_dropped.sql</c>). Their signed roots stay for ever.</summary>
internal sealed class AuditMonthsRecord(NpgsqlDataSource database, AuditRecord audit) : KeptMonths("audit")
{
    public override Task Prepare(DateOnly day) => audit.EnsurePartitions(day);

    public override async Task<IReadOnlyList<DateOnly>> Months()
    {
        await using var command = database.CreateCommand("SELECT month FROM audit.months()");
        await using var reader = await command.ExecuteReaderAsync();
        var months = new List<DateOnly>();
        while (await reader.ReadAsync())
        {
            months.Add(reader.GetFieldValue<DateOnly>(0));
        }

        return months;
    }

    public override async Task<long> Drop(JobTurn turn, DateOnly month, string period)
    {
        var count = 0L;
        await turn.Write(async connection =>
        {
            await using var command = new NpgsqlCommand("SELECT audit.drop_month($1, $2)", connection) { CommandTimeout = 0 };
            command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = month });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = period });
            count = (long)(await command.ExecuteScalarAsync())!;
        });
        return count;
    }

    public override async Task<IReadOnlyList<DroppedMonth>> Dropped(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("SELECT month, entries, retention, dropped_at FROM audit.dropped_months ORDER BY month");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var dropped = new List<DroppedMonth>();
        while (await reader.ReadAsync(cancellation))
        {
            dropped.Add(new DroppedMonth(reader.GetFieldValue<DateOnly>(0), reader.GetInt64(1), reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3)));
        }

        return dropped;
    }
}
