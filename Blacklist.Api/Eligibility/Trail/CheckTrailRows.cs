using System.Text.Json;
using Blacklist.Api.Audit;
using Blacklist.Api.Audit.Reading;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http.Json;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Walls;
using Blacklist.Api.Vault;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.Eligibility.Trail;

/// <summary>Recorded checks as the auditor's trail shows them: their record is the audit of them.</summary>
internal sealed class CheckTrailRows(WithinReach database, IdentityVault vault) : IAuditSource
{
    private const string Endpoint = "POST /api/v1/eligibility-checks/";

    public async Task<IReadOnlyList<AuditRow>> Read(AuditQuery query, Guid? before, int most, CancellationToken cancellation)
    {
        if (query.Kind is not (null or AuditKind.Check) || query.Refused == true)
        {
            return [];
        }

        const string Sql =
            """
            SELECT id, checked_at, client, application_reference, question, root_chain, root_number, leaf FROM registry.eligibility_checks
             WHERE ($1::uuid IS NULL OR id < $1) AND ($2::text[] IS NULL OR client = ANY ($2))
               AND ($3::timestamptz IS NULL OR checked_at >= $3) AND ($4::timestamptz IS NULL OR checked_at < $4)
               AND ($5::uuid[] IS NULL OR id = ANY ($5)) AND region LIKE ANY ($6) AND ($7::uuid IS NULL OR id = $7)
             ORDER BY id DESC LIMIT $8
            """;
        await using var command = query.OfAllRegions ? database.CreateCommandOfAllRegions(Sql) : database.CreateCommand(Sql);
        Add(before, NpgsqlDbType.Uuid);
        Add(query.Callers?.ToArray(), NpgsqlDbType.Text | NpgsqlDbType.Array);
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
            rows.Add(Row(reader));
        }

        return rows;

        void Add(object? value, NpgsqlDbType type) => command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });
    }

    private AuditRow Row(NpgsqlDataReader row)
    {
        var id = row.GetGuid(0);
        var asked = JsonSerializer.Deserialize<EligibilityCheckRequest>(vault.OpenBlob(row.GetFieldValue<byte[]>(4), id.ToByteArray()), EdgeJson.Options)!;
        return new AuditRow(
            id, row.GetFieldValue<DateTimeOffset>(1), AuditKind.Check, row.GetString(2), Department: "", EnumWords.Of(Permission.AskChecks), Endpoint, [id],
            EnumWords.Of(asked.Purpose), row.GetString(3), DisclosureTier.Grounds, asked.Applicants.Count, StatusCodes.Status200OK, RequestId: null,
            row.IsDBNull(5) ? null : new AuditedRoot(row.GetGuid(5), row.GetInt64(6), row.GetInt32(7)));
    }
}
