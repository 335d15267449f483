using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Schema;
using Blacklist.Api.Projections;
using Blacklist.Api.Vault;
using Blacklist.Api.Vault.Keys;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Tests.EventLog;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Blacklist.Tests.Vault;

/// <summary>A database with the vault's and the access tables, and ways to store what the log would store.</summary>
internal static class VaultDatabase
{
    private static readonly DatabaseTemplate Template = new("vault_and_access", owner => SchemaMigrations.Apply(owner, SchemaMigrations.Folder));

    public static Task<TestDatabase> Create() => PrivateCluster.CreateDatabase(Template);

    public static Task<IdentityVault> OpenVault(this TestDatabase database, byte seed = 1) => database.OpenVault(VaultSamples.Keys(seed));

    public static Task<IdentityVault> OpenVault(this TestDatabase database, VaultKeys keys) =>
        database.OpenVault(new VaultOptions { Keys = keys.ToJson() });

    public static Task<IdentityVault> OpenVault(this TestDatabase database, VaultOptions options) =>
        VaultOpening.Open(database.App, options, TimeProvider.System, NullLogger.Instance);

    public static Task Store(this TestDatabase database, IdentityVault vault, params (PersonId Id, PersonIdentity Identity)[] persons) =>
        database.Store([.. persons.SelectMany(person => vault.Seal(person.Id, person.Identity))]);

    /// <summary>Beside the log, as the log does it.</summary>
    public static async Task Store(this TestDatabase database, IReadOnlyList<SideRow> rows)
    {
        await using var store = new EventStore(database.App, TestEvents.Types, new InlineProjections([]));
        var request = TestEvents.Request(TestEvents.On(Guid.CreateVersion7(), 0, TestEvents.Passed(1))) with { SideRows = rows };
        (await store.Append(request)).ShouldBeOfType<AppendResult.Appended>();
    }

    public static async Task<T> Scalar<T>(this NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public static async Task Execute(this NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 300; // some fill a table
        await command.ExecuteNonQueryAsync();
    }
}
