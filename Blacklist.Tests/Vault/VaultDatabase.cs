using Blacklist.Api.EventLog;
using Blacklist.Api.Vault;
using Blacklist.Api.Vault.Keys;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Tests.Vault;

/// <summary>A database with the vault's and the access tables, and ways to store what the log would store.</summary>
internal static class VaultDatabase
{
    private static readonly DatabaseTemplate Template = new("vault_and_access", async owner =>
    {
        foreach (var script in new[] { "0010_identity_vault.sql", "0011_api_clients.sql" })
        {
            await using var command = owner.CreateCommand(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "schema", script)));
            await command.ExecuteNonQueryAsync();
        }
    });

    public static Task<TestDatabase> Create() => PrivateCluster.CreateDatabase(Template);

    public static Task<IdentityVault> OpenVault(this TestDatabase database, byte seed = 1) => database.OpenVault(VaultSamples.Keys(seed));

    public static Task<IdentityVault> OpenVault(this TestDatabase database, VaultKeys keys) =>
        database.OpenVault(new VaultOptions { Keys = keys.ToJson() });

    public static Task<IdentityVault> OpenVault(this TestDatabase database, VaultOptions options) =>
        VaultOpening.Open(database.App, options, TimeProvider.System, NullLogger.Instance);

    public static Task Store(this TestDatabase database, IdentityVault vault, params (PersonId Id, PersonIdentity Identity)[] persons) =>
        database.Store([.. persons.SelectMany(person => vault.Seal(person.Id, person.Identity))]);

    /// <summary>As the event log stores rows beside its events: one call per statement, an array per column.</summary>
    public static async Task Store(this TestDatabase database, IReadOnlyList<SideRow> rows)
    {
        foreach (var rowsOfOne in rows.GroupBy(row => row.Statement))
        {
            await using var command = database.App.CreateCommand(rowsOfOne.Key.Sql);
            for (var i = 0; i < rowsOfOne.Key.Columns.Count; i++)
            {
                var column = rowsOfOne.Select(row => row.Values[i]).ToArray();
                command.Parameters.AddWithValue(NpgsqlDbType.Array | rowsOfOne.Key.Columns[i], column);
            }

            await command.ExecuteNonQueryAsync();
        }
    }

    public static async Task<T> Scalar<T>(this NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public static async Task Execute(this NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
