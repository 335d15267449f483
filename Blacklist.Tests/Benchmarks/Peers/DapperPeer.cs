using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Blacklist.Tests.Benchmarks.Peers;

/// <summary>As most would write it with Dapper: look up, then record.</summary>
internal static class DapperPeer
{
    public static Action<WebApplication> Add(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(PeerDatabase.ConnectionString));
        return app => app.MapPost("/api/v1/eligibility-checks", Check);
    }

    private static async Task<PeerAnswer> Check(PeerRequest request, NpgsqlDataSource database)
    {
        var (number, name) = (request.Applicants[0].Documents[0].Number, request.Applicants[0].Name);
        await using var connection = await database.OpenConnectionAsync();
        var listing = await connection.QuerySingleOrDefaultAsync<string>(
            "SELECT listing_number FROM restricted_person WHERE document_number = @number AND name = @name LIMIT 1", new { number, name });
        var at = DateTime.UtcNow;
        var id = await connection.ExecuteScalarAsync<long>(
            """
            INSERT INTO check_audit (checked_at, client, application_reference, document_number, verdict, listing_number)
            VALUES (@at, 'benchmark', @reference, @number, @verdict, @listing) RETURNING id
            """,
            new { at, reference = request.ApplicationReference, number, verdict = listing is null ? "eligible" : "restricted", listing });
        return PeerAnswer.Of(id, at, listing);
    }
}
