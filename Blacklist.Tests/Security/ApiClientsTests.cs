using System.Text.Json;
using Blacklist.Api.Security.Issuer;
using Blacklist.Tests.Vault;
using Npgsql;

namespace Blacklist.Tests.Security;

public sealed class ApiClientsTests : IAsyncLifetime
{
    private static readonly ApiClient Partner = new("partner-1", "Partner", "Department", ["partner"], ["150600", "500000"], ["registration"]);

    private TestDatabase _database = null!;
    private ApiClients _clients = null!;

    public async Task InitializeAsync()
    {
        _database = await VaultDatabase.Create();
        _clients = new ApiClients(_database.App);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_registered_client_comes_back_for_its_secret_as_it_was_registered()
    {
        var secret = (await _clients.Register(Partner)).Value!;

        var client = (await _clients.Authenticate(Partner.Id, secret, CancellationToken.None)).ShouldNotBeNull();

        JsonSerializer.Serialize(client).ShouldBe(JsonSerializer.Serialize(Partner));
        (await _clients.All()).ShouldHaveSingleItem().RevokedAt.ShouldBeNull();
    }

    [Fact]
    public async Task An_id_is_given_once()
    {
        var secret = (await _clients.Register(Partner)).Value!;

        (await _clients.Register(Partner with { Name = "Somebody else" })).Problem.ShouldBe(ApiClient.Exists);

        (await _clients.Authenticate(Partner.Id, secret, CancellationToken.None))!.Name.ShouldBe("Partner");
    }

    [Fact]
    public async Task A_client_that_may_not_be_is_not_stored()
    {
        (await _clients.Register(Partner with { Roles = ["root"] })).Problem.ShouldBe(ApiClient.RoleUnknown);

        (await _clients.All()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_gets_a_new_secret_for_a_client_that_is_not_there() =>
        (await _clients.NewSecret("nobody")).ShouldBeNull();

    [Fact]
    public async Task No_table_shows_a_secret()
    {
        var secret = (await _clients.Register(Partner)).Value!;

        var rows = await _database.Owner.Scalar<string>("select string_agg(c::text, ' ') from security.api_clients c");

        rows.ShouldContain(Partner.Id);
        rows.ShouldNotContain(secret);
        rows.ShouldNotContain(Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(secret)));
    }

    [Theory]
    [InlineData("update security.api_clients set roles = array['administrator']")]
    [InlineData("delete from security.api_clients")]
    [InlineData("update vault.keys set sealed = ''")]
    [InlineData("delete from vault.keys")]
    public async Task The_service_can_neither_raise_a_client_nor_change_a_key(string sql) =>
        (await Should.ThrowAsync<PostgresException>(() => _database.App.Execute(sql))).SqlState
            .ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
}
