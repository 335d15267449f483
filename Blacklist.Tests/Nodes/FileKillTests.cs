using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Blacklist.Tests.Eligibility.Files;
using Blacklist.Tests.Vault;
using Npgsql;
using Xunit.Abstractions;

namespace Blacklist.Tests.Nodes;

/// <summary>
/// The process that answers a file dies of kill -9 in the middle of storing a chunk; the next one goes on, and every row is answered once.
/// See <see cref="RunSize"/>.
/// </summary>
public sealed class FileKillTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int HeldChunk = 2;

    private static readonly int Rows = RunSize.Of(suite: 1_700, full: 200_000);

    private readonly TemporaryDataFolder _folder = new();
    private TestDatabase _database = null!;
    private RegistryNode _node = null!;

    private ApiCaller Clerk => _node.Story.Clerk;

    public async Task InitializeAsync()
    {
        _database = await RegistryNode.CreateDatabase();
        _node = await RegistryNode.Start(_database);
    }

    public async Task DisposeAsync()
    {
        await _node.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_row_is_answered_once_whoever_dies()
    {
        var content = ApplicantRows.Lines(Enumerable.Range(0, Rows).Select(place => ApplicantRows.Row($"R-{place}", "洞庭君", ResidentIds.Of(100_000 + place))));
        var file = (await Clerk.Post(ApplicantRows.Address, content, ApplicantRows.Ndjson, "kill-1")).ShouldBe(HttpStatusCode.Accepted).Location!.ToString();

        await using var connection = await _database.Owner.OpenConnectionAsync();
        await using var held = await connection.BeginTransactionAsync();
        await HoldBack(connection, file);
        await using var first = await StartProcess();
        await Poll.Until(async () => await Number("SELECT max(chunks_done)::bigint FROM registry.applicant_files") == HeldChunk && await IsHeldBack());
        await first.Kill9();
        await held.RollbackAsync();
        output.WriteLine($"{await Recorded()} of {Rows} rows were recorded when it died");

        await using var second = await StartProcess();
        await Poll.Until(async () => (await Clerk.Get(file))["status"] == "finished", seconds: 600);
        (await Recorded()).ShouldBe(Rows);
        (await Number("SELECT count(DISTINCT application_reference) FROM registry.eligibility_checks")).ShouldBe(Rows);
        await TheResultHasEachRowInItsPlace(file);
        (await Clerk.Post("/public/v1/receipts/verify", (await Clerk.Get($"{file}/receipt")).Text, key: null))["genuine"].ShouldBe("true");
        (await second.Stop()).ShouldBe(0);
    }

    private async Task TheResultHasEachRowInItsPlace(string file)
    {
        var lines = Encoding.UTF8.GetString(await Clerk.Download($"{file}/result")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(Rows);
        for (var place = 0; place < Rows; place++)
        {
            var line = JsonNode.Parse(lines[place])!;
            (line["row"]!.GetValue<int>(), line["reference"]!.ToString()).ShouldBe((place + 1, $"R-{place}"));
        }
    }

    /// <summary>Whoever accounts for the chunk has to wait for this transaction, with the answers stored and not committed.</summary>
    private static async Task HoldBack(NpgsqlConnection connection, string file)
    {
        await using var command = new NpgsqlCommand(
            $"INSERT INTO registry.applicant_file_chunks (file_id, kind, number, sealed) VALUES ('{file[(file.LastIndexOf('/') + 1)..]}', 'answers', {HeldChunk}, '')", connection);
        await command.ExecuteNonQueryAsync();
    }

    private Task<ServiceProcess> StartProcess() => ServiceProcess.Start(new Dictionary<string, string>(ServiceProcess.On(_folder))
    {
        ["ConnectionStrings__Registry"] = _database.AppConnectionString,
        ["ConnectionStrings__RegistryOwner"] = _database.OwnerConnectionString,
        ["Vault__Keys"] = VaultSamples.Keys(seed: 1).ToJson(),
        ["Jobs__Lease"] = "00:00:02",
        ["Jobs__Poll"] = "00:00:00.2",
    });

    private Task<long> Recorded() => Number("SELECT count(*) FROM registry.eligibility_checks");

    private async Task<bool> IsHeldBack() => await Number(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'blacklist' AND wait_event = 'transactionid'") > 0;

    private async Task<long> Number(string sql)
    {
        await using var command = _database.App.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
