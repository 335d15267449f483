using Blacklist.Api.EventLog;
using Blacklist.Api.Hosting;
using Blacklist.Api.Hosting.Embedded;
using Blacklist.Tests.Vault;
using Npgsql;

namespace Blacklist.Tests.EventLog;

/// <summary>A snapshot is read over a connection of its own, which a data source does not tell the password of.</summary>
public sealed class LogSnapshotTests : IAsyncLifetime
{
    private const string Role = "asked_for_a_password";
    private const string Password = "of this test";

    private TestDatabase _database = null!;
    private NpgsqlDataSource _administrator = null!;

    public async Task InitializeAsync()
    {
        _database = await RegistryNode.CreateDatabase();
        _administrator = NpgsqlDataSource.Create(As(EmbeddedPostgres.Administrator, null));
        await _administrator.Execute($"CREATE ROLE {Role} LOGIN PASSWORD '{Password}' IN ROLE {RegistryRoles.App}");
        var rules = await _administrator.Scalar<string>("SHOW hba_file");
        await File.WriteAllTextAsync(rules, $"local all {Role} scram-sha-256{Environment.NewLine}{await File.ReadAllTextAsync(rules)}");
        await _administrator.Execute("SELECT pg_reload_conf()");
        await Poll.Until(IsAskedForAPassword);
    }

    public async Task DisposeAsync()
    {
        await _administrator.Execute($"DROP ROLE {Role}");
        await _administrator.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task It_opens_where_the_server_asks_for_a_password()
    {
        await using var service = RegistryConnections.App(As(Role, Password));

        using var snapshot = LogSnapshot.Prepare(service);
        snapshot.Take();

        snapshot.Position.ShouldBe(await _database.Owner.Scalar<long>("SELECT position FROM registry.log_position"));
    }

    private string As(string role, string? password) =>
        new NpgsqlConnectionStringBuilder(_database.OwnerConnectionString) { Username = role, Password = password, Pooling = password is not null }.ConnectionString;

    private async Task<bool> IsAskedForAPassword()
    {
        await using var connection = new NpgsqlConnection(As(Role, null));
        try
        {
            await connection.OpenAsync();
            return false;
        }
        catch (NpgsqlException)
        {
            return true;
        }
    }
}
