using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.EventLog;

/// <summary>
/// One SQL statement that does its work for many rows at once: parameter $i is the array of the i-th column over all rows.
/// The same instance means the same statement. Unqualified table names resolve in the read models' schema (search_path),
/// so that a rebuild can run the same SQL beside the live rows.
/// Rows of one call come from different streams and have no order, so no two of them may change the same row of a table.
/// A side row's statement must bear being repeated (<c>ON CONFLICT DO NOTHING</c>).
/// </summary>
internal sealed class ArrayStatement(string sql, params NpgsqlDbType[] columns)
{
    public string Sql { get; } = sql;

    public IReadOnlyList<NpgsqlDbType> Columns { get; } = columns;

    /// <summary>It also bears several rows of one stream in one call, in the order of their events.</summary>
    public bool TakesSeveralOfAStream { get; init; }

    public NpgsqlBatchCommand For(IReadOnlyList<object?[]> rows)
    {
        var command = new NpgsqlBatchCommand(Sql);
        for (var column = 0; column < Columns.Count; column++)
        {
            var values = new object?[rows.Count];
            for (var row = 0; row < rows.Count; row++)
            {
                values[row] = rows[row][column];
            }

            command.Parameters.Add(new NpgsqlParameter { Value = values, NpgsqlDbType = NpgsqlDbType.Array | Columns[column] });
        }

        return command;
    }
}
