using Blacklist.Api.Jobs;
using Blacklist.Api.Retention;
using Npgsql;

namespace Blacklist.Api.Audit.Recording;

/// <summary>The months of the audit (<c>schema/0057_old_months_of_the_audit_are_dropped.sql</c>). Their signed roots stay for ever.</summary>
internal sealed class AuditMonthsRecord(NpgsqlDataSource database, AuditRecord audit) : KeptMonths(
    "audit", database,
    months: "SELECT month FROM audit.months()",
    dropped: "SELECT month, entries, retention, dropped_at FROM audit.dropped_months ORDER BY month")
{
    public override Task Prepare(DateOnly day) => audit.EnsurePartitions(day);

    public override Task<long> Drop(JobTurn turn, DateOnly month, string period) => Drop(turn, "SELECT audit.drop_month($1, $2)", month, period);
}
