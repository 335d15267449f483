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
        var recorded = await KeyChecks.Read(connection);
        var keys = new KeyRing(ReadKeys(options, mayCreate: recorded.Count == 0, clock, log));
        await KeyChecks.Add(connection, KeyChecks.NewOnes(recorded, keys.Checks, options.ToString()));
        return new IdentityVault(database, keys);
    }

    private static VaultKeys ReadKeys(VaultOptions options, bool mayCreate, TimeProvider clock, ILogger log)
    {
        if (options.Keys is { } text)
            return VaultKeys.Parse(text, options.ToString());
        var path = options.KeyFile ?? throw new StartProblem("Neither Vault:Keys nor Vault:KeyFile says where the vault's keys are.");
        if (KeyFile.Read(path) is { } content)
        {
            if (KeyFile.IsOpenToOthers(path))
                log.LogWarning("Others than its owner can read {KeyFile}: chmod 600 it.", path);
            return VaultKeys.Parse(content, options.ToString());
        }

        if (!mayCreate)
        {
            throw new StartProblem(
                $"{path} is missing, and the database holds personal data that opens with its keys only: put the file back, or name it in Vault:KeyFile.");
        }

        KeyFile.Create(path, VaultKeys.Create(clock.GetUtcNow()).ToJson());
        log.LogInformation("Made new vault keys in {KeyFile}. Keep a copy in a safe place: without it the personal data is lost.", path);
        return VaultKeys.Parse(KeyFile.Read(path)!, options.ToString());
    }
}
