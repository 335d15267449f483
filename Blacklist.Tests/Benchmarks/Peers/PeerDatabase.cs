using Blacklist.Tests.Benchmarks.Registers;
using Npgsql;

namespace Blacklist.Tests.Benchmarks.Peers;

/// <summary>The two tables of a conventional service, with the listed persons of a register in one of them.</summary>
internal static class PeerDatabase
{
    /// <summary>Tried with 8 to 100: more only made the commits wait for each other.</summary>
    private const int Connections = 32;

    public static string ConnectionString =>
        new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(PeerProgram.Database)) { MaxPoolSize = Connections }.ConnectionString;

    public static async Task Fill(string connectionString, int listings)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync();
        await Execute(connection, """
            CREATE TABLE restricted_person (
              id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, document_number text NOT NULL, name text NOT NULL, listing_number text NOT NULL);
            CREATE TABLE check_audit (
              id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, checked_at timestamptz NOT NULL, client text NOT NULL,
              application_reference text NOT NULL, document_number text NOT NULL, verdict text NOT NULL, listing_number text NULL);
            """);
        await using (var rows = await connection.BeginBinaryImportAsync("COPY restricted_person (document_number, name, listing_number) FROM STDIN (FORMAT binary)"))
        {
            for (var index = 0; index < listings; index++)
            {
                var person = InventedPersons.Listed(index);
                await rows.WriteRowAsync(default, person.Number!, person.Name, $"150602-2026-{index:000000}");
            }

            await rows.CompleteAsync();
        }

        await Execute(connection, "CREATE INDEX ON restricted_person (document_number); ANALYZE restricted_person");
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
