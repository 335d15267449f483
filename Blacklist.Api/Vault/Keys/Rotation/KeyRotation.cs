using Blacklist.Api.EventLog.Schema;
using Blacklist.Api.Hosting;
using Blacklist.Domain.Kernel;
using Npgsql;

namespace Blacklist.Api.Vault.Keys.Rotation;

/// <summary>Makes the next key of a purpose. It is published at once and used later; what is then to be done, <see cref="KeyJob"/> does.</summary>
internal sealed class KeyRotation(NpgsqlDataSource database, KeyRing ring, VaultOptions options, TimeProvider clock)
{
    public static readonly Refusal UnderWay = new("key_rotation_under_way", "The purpose's last change of keys is not finished yet.");

    public static readonly Refusal OnTheServer = new("key_rotated_on_the_server", "A new master key goes into the key file of every node: rotate it on the server.");

    public static readonly Refusal Stays = new("key_stays", "The key that recognizes repeated requests does not change: two keys at once would carry a request out twice.");

    private const long Lock = 0x4B45595321; // "KEYS!"

    private readonly KeyRecords _records = new(database);

    /// <param name="ahead">How long the new key is known before it is used.</param>
    /// <param name="by">Who wants it.</param>
    public async Task<Parsed<KeyRecord>> Rotate(KeyPurpose purpose, TimeSpan ahead, string by)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var turn = await DatabaseLock.Take(connection, Lock);
        await ring.Refresh();
        if (purpose == KeyPurpose.Request)
            return Stays;
        if (ring.Records.Any(key => key.Purpose == purpose && (key.State == KeyState.Published || (key.State == KeyState.Retired && Rewrites(purpose)))))
            return UnderWay;
        var made = Make(purpose, ahead);
        await _records.Add(made, by);
        await ring.Refresh();
        return ring.Records.Single(key => key.Id == made.Id);
    }

    /// <summary>
    /// Replaces a signing key that may be known to others: the new one signs from now on, and of access tokens none that the old one signed is
    /// believed. Receipts of the old one stay as they are: the registry has a record of each of its own.
    /// </summary>
    public async Task<KeyRecord> ReplaceAtOnce(KeyPurpose purpose, string by)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var turn = await DatabaseLock.Take(connection, Lock);
        await ring.Refresh();
        var made = SigningKey.Create(ring, purpose, TimeSpan.Zero, options.Periods[purpose]);
        await _records.Add(made, by);
        foreach (var key in ring.Records.Where(key => key.Purpose == purpose && key.State != KeyState.Kept))
            await _records.Settle(key.Id);
        await ring.Refresh();
        return ring.Records.Single(key => key.Id == made.Id);
    }

    /// <summary>While one change of such a key is being carried out, another would have to begin from two keys.</summary>
    private static bool Rewrites(KeyPurpose purpose) => purpose is KeyPurpose.Master or KeyPurpose.Digest;

    private NewKey Make(KeyPurpose purpose, TimeSpan ahead)
    {
        var first = new FirstKeys(_records, options);
        return purpose switch
        {
            KeyPurpose.Master => first.MasterOf(AddToFile(), ahead),
            KeyPurpose.Digest => first.SecretOf(ring, purpose, VaultKey.Create(clock.GetUtcNow()), ahead),
            _ => SigningKey.Create(ring, purpose, ahead, options.Periods[purpose]),
        };
    }

    /// <summary>The file first: a record of a key that nobody has would stop every start.</summary>
    private VaultKey AddToFile()
    {
        if (options.Keys is not null)
            throw new StartProblem("The keys come from the setting Vault:Keys: add a master key there (id, key, created) and start the nodes anew one after the other; they take it over.");
        var file = options.Read() ?? throw new StartProblem($"{options.Path} is missing.");
        if (file.MasterKeys.FirstOrDefault(key => ring.Records.All(known => known.Id != key.Id)) is { } unfinished)
            return unfinished; // made before by somebody who did not come to record it
        var made = VaultKey.Create(clock.GetUtcNow());
        KeyFile.Replace(options.Path, (file with { MasterKeys = [.. file.MasterKeys, made] }).ToJson());
        return made;
    }
}
