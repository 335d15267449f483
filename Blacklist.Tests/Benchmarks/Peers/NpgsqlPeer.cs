using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Blacklist.Tests.Benchmarks.Peers;

/// <summary>Look-up and audit in one prepared statement: one round trip and one commit a request, the best a statement each can do.</summary>
internal static class NpgsqlPeer
{
    private const string Sql = """
        WITH found AS (SELECT listing_number FROM restricted_person WHERE document_number = $1 AND name = $2 LIMIT 1),
        audit AS (
          INSERT INTO check_audit (checked_at, client, application_reference, document_number, verdict, listing_number)
          SELECT now(), 'benchmark', $3, $1, CASE WHEN EXISTS (SELECT FROM found) THEN 'restricted' ELSE 'eligible' END, (SELECT listing_number FROM found)
          RETURNING id, checked_at, listing_number)
        SELECT id, checked_at, listing_number FROM audit
        """;

    public static Action<WebApplication> Add(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(PeerDatabase.ConnectionString));
        return app => app.MapPost("/api/v1/eligibility-checks", Check);
    }

    private static async Task<PeerAnswer> Check(PeerRequest request, NpgsqlDataSource database)
    {
        var applicant = request.Applicants[0];
        await using var connection = await database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(Sql, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = applicant.Documents[0].Number },
                new NpgsqlParameter<string> { TypedValue = applicant.Name },
                new NpgsqlParameter<string> { TypedValue = request.ApplicationReference },
            },
        };
        await command.PrepareAsync(); // once a connection
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return PeerAnswer.Of(reader.GetInt64(0), reader.GetDateTime(1), reader.IsDBNull(2) ? null : reader.GetString(2));
    }
}
