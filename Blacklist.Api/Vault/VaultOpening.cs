using Blacklist.Api.EventLog.Schema;
using Blacklist.Api.Hosting;
using Blacklist.Api.Vault.Keys;
using Npgsql;

namespace Blacklist.Api.Vault;

/// <summary>
/// Opens the vault with the keys it was filled with, or not at all. One node at a time: the first one ever makes the keys,
/// and every later one must bring the same.
/// </summary>
internal static class VaultOpening
{
    private const long Lock = 0x5641554C54; // "VAULT"

    /// <exception cref="StartProblem">The keys are missing or are not those that the database was filled with.</exception>
    public static async Task<IdentityVault> Open(NpgsqlDataSource database, VaultOptions options, TimeProvider clock, ILogger log)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var turn = await DatabaseLock.Take(connection, Lock);
        var records = new KeyRecords(database);
        var known = await records.Read();
        var file = ReadKeys(options, mayCreate: known.Count == 0, clock, log);
        KeyChecks.Refuse(known, file, options.ToString());
        await new FirstKeys(records, options).Add(known, file);
        return new IdentityVault(database, await KeyRing.Of(new KeySource(database, options, file)));
    }

    private static VaultKeys ReadKeys(VaultOptions options, bool mayCreate, TimeProvider clock, ILogger log)
    {
        if (options.Read() is { } keys)
        {
            if (options.Keys is null && KeyFile.IsOpenToOthers(options.Path))
                log.LogWarning("Others than its owner can read {KeyFile}: chmod 600 it.", options.Path);
            return keys;
        }

        if (!mayCreate)
        {
            throw new StartProblem(
                $"{options.Path} is missing, and the database holds personal data that opens with its keys only: put the file back, or name it in Vault:KeyFile.");
        }

        KeyFile.Create(options.Path, VaultKeys.Create(clock.GetUtcNow()).ToJson());
        log.LogInformation("Made new vault keys in {KeyFile}. Keep a copy in a safe place: without it the personal data is lost.", options.Path);
        return options.Read()!;
    }
}
