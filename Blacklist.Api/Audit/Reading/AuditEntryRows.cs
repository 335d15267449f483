using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Security.Walls;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.Audit.Reading;

/// <summary>Reads <c>audit.entries</c>.</summary>
internal sealed class AuditEntryRows(WithinReach database) : IAuditSource
{
    public const string Columns =
        "id, at, kind, caller, department, regions, permission, endpoint, subjects, purpose, application, disclosed, count, status, request, chain, number, leaf";

    public async Task<IReadOnlyList<AuditRow>> Read(AuditQuery query, Guid? before, int most, CancellationToken cancellation)
    {
        var about = query.Subjects is null ? "$7::uuid[] IS NULL" : "id IN (SELECT audit.entries_about($7))";
        var sql =
            $"""
            SELECT {Columns} FROM audit.entries
             WHERE ($1::uuid IS NULL OR id < $1) AND ($2::text[] IS NULL OR caller = ANY ($2)) AND ($3::text IS NULL OR kind = $3)
               AND ($4::boolean IS NULL OR (status IN (401, 403, 404, 429)) = $4)
               AND ($5::timestamptz IS NULL OR at >= $5) AND ($6::timestamptz IS NULL OR at < $6)
               AND {about}
               AND ('%' = ANY ($8) OR cardinality(regions) > 0 AND NOT EXISTS (SELECT FROM unnest(regions) AS region WHERE NOT region LIKE ANY ($8)))
               AND ($9::uuid IS NULL OR id = $9)
             ORDER BY id DESC LIMIT $10
            """;
        await using var command = query.OfAllRegions ? database.CreateCommandOfAllRegions(sql) : database.CreateCommand(sql);
        Add(before, NpgsqlDbType.Uuid);
        Add(query.Callers?.ToArray(), NpgsqlDbType.Text | NpgsqlDbType.Array);
        Add(EnumWords.Of(query.Kind), NpgsqlDbType.Text);
        Add(query.Refused, NpgsqlDbType.Boolean);
        Add(query.From?.UtcDateTime, NpgsqlDbType.TimestampTz);
        Add(query.Until?.UtcDateTime, NpgsqlDbType.TimestampTz);
        Add(query.Subjects?.ToArray(), NpgsqlDbType.Uuid | NpgsqlDbType.Array);
        Add(query.Patterns, NpgsqlDbType.Text | NpgsqlDbType.Array);
        Add(query.Id, NpgsqlDbType.Uuid);
        Add(most, NpgsqlDbType.Integer);
        var rows = new List<AuditRow>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(Row(Entry(reader), new AuditedRoot(reader.GetGuid(15), reader.GetInt64(16), reader.GetInt32(17))));
        }

        return rows;

        void Add(object? value, NpgsqlDbType type) => command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });
    }

    public static AuditEntry Entry(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetFieldValue<DateTimeOffset>(1), EnumWords.Read<AuditKind>(row.GetString(2)), row.GetString(3), row.GetString(4),
        row.GetFieldValue<string[]>(5), row.GetString(6), row.GetString(7), row.GetFieldValue<Guid[]>(8), row.IsDBNull(9) ? null : row.GetString(9),
        row.IsDBNull(10) ? null : row.GetString(10), EnumWords.Read<DisclosureTier>(row.GetString(11)), row.GetInt32(12), row.GetInt16(13), row.GetString(14));

    private static AuditRow Row(AuditEntry entry, AuditedRoot root) => new(
        entry.Id, entry.At, entry.Kind, entry.Caller, entry.Department, entry.Permission, entry.Endpoint, entry.Subjects, entry.Purpose,
        entry.Application, entry.Disclosed, entry.Count, entry.Status, entry.Request, root);
}
