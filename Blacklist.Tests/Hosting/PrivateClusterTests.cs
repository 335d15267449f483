using Blacklist.Api.Hosting;
using Npgsql;

namespace Blacklist.Tests.Hosting;

public sealed class PrivateClusterTests : IAsyncLifetime
{
    private static readonly DatabaseTemplate OneRow = new("one_row", async owner =>
    {
        await using var command = owner.CreateCommand("""
            CREATE SCHEMA read_model;
            GRANT USAGE ON SCHEMA read_model TO registry_app;
            CREATE TABLE read_model.thing (word text);
            GRANT SELECT ON read_model.thing TO registry_app;
            INSERT INTO read_model.thing VALUES ('取缔');
            """);
        await command.ExecuteNonQueryAsync();
    });

    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await PrivateCluster.CreateDatabase(OneRow);

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task A_database_starts_as_its_template_and_changes_alone()
    {
        await using var other = await PrivateCluster.CreateDatabase(OneRow);
        await Scalar(database.Owner, "DELETE FROM read_model.thing");

        (await Scalar(other.App, "SELECT word FROM thing")).ShouldBe("取缔");
    }

    [Fact]
    public async Task The_service_works_as_its_own_role_whoever_logs_in_and_keeps_it_in_the_pool()
    {
        await using var asOwner = RegistryConnections.App(database.OwnerConnectionString + ";Maximum Pool Size=1");
        for (var use = 0; use < 3; use++)
        {
            (await Scalar(asOwner, "SELECT current_user::text || ' for ' || session_user")).ShouldBe("registry_app for registry_owner");
        }

        var refused = await Should.ThrowAsync<PostgresException>(() => Scalar(asOwner, "DELETE FROM read_model.thing"));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory]
    [InlineData("server_encoding", "UTF8")]
    [InlineData("lc_collate", "C.UTF-8")]
    [InlineData("data_checksums", "on")]
    [InlineData("TimeZone", "UTC")]
    [InlineData("listen_addresses", "")]
    [InlineData("lock_timeout", "5s")]
    [InlineData("client_connection_check_interval", "1s")]
    public async Task The_server_is_set_as_the_registry_needs_it(string setting, string value) =>
        (await Scalar(database.App, $"SELECT current_setting('{setting}')")).ShouldBe(value);

    private static async Task<object?> Scalar(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
