using NpgsqlTypes;

namespace Blacklist.Api.EventLog;

/// <summary>
/// One SQL statement that does its work for many rows at once: parameter $i is the array of the i-th column over all rows.
/// The same instance means the same statement. Unqualified table names resolve in the read models' schema (search_path),
/// so that a rebuild can run the same SQL beside the live rows.
/// </summary>
internal sealed class ArrayStatement(string sql, params NpgsqlDbType[] columns)
{
    public string Sql { get; } = sql;

    public IReadOnlyList<NpgsqlDbType> Columns { get; } = columns;
}
