namespace Blacklist.Api.Vault.Keys;

/// <summary>Makes records of keys that have none: all of a new database, those that an older version kept in the key file, and a master key that somebody put there.</summary>
internal sealed class FirstKeys(KeyRecords records, VaultOptions options)
{
    public async Task Add(IReadOnlyList<KeyRecord> known, VaultKeys file)
    {
        foreach (var key in file.MasterKeys.Where(key => known.All(one => one.Id != key.Id)).OrderBy(key => key.Created))
            await records.Add(MasterOf(key, known.Count == 0 ? TimeSpan.Zero : options.Ahead));
        if (known.FirstOrDefault(key => key.Purpose == KeyPurpose.Request) is null)
            await AddSealed(known, file);
    }

    public NewKey MasterOf(VaultKey key, TimeSpan ahead) =>
        new(key.Id, KeyPurpose.Master, "A256GCM", ahead, options.Periods[KeyPurpose.Master], CheckValue: KeyRing.CheckOf(key));

    /// <param name="ring">Seals it.</param>
    public NewKey SecretOf(KeyRing ring, KeyPurpose purpose, VaultKey key, TimeSpan ahead) => new(
        key.Id, purpose, "HS256", ahead, options.Periods[purpose], CheckValue: KeyRing.CheckOf(key), Sealed: Seal(ring, purpose, key));

    /// <summary>The keys that digest; an older version's request key was its digest key, so what that recognizes stays recognized.</summary>
    private async Task AddSealed(IReadOnlyList<KeyRecord> known, VaultKeys file)
    {
        var inUse = (await records.Read()).Where(key => key is { Purpose: KeyPurpose.Master, State: KeyState.InUse }).Select(key => key.Id).ToList();
        var ring = new KeyRing(file with { MasterKeys = [.. file.MasterKeys.Where(key => inUse.Contains(key.Id))] });
        var former = file.DigestKeys.MaxBy(key => key.Created);
        var digest = former ?? VaultKey.Create(DateTimeOffset.UnixEpoch);
        if (known.Any(key => key.Id == digest.Id))
            await records.Reseal(digest.Id, before: null, Seal(ring, KeyPurpose.Digest, digest));
        else
            await records.Add(SecretOf(ring, KeyPurpose.Digest, digest, TimeSpan.Zero));
        var request = VaultKey.Create(DateTimeOffset.UnixEpoch);
        await records.Add(SecretOf(ring, KeyPurpose.Request, former is null ? request : request with { Key = former.Key }, TimeSpan.Zero));
    }

    private static byte[] Seal(KeyRing ring, KeyPurpose purpose, VaultKey key) => SealedBlob.Seal(ring, key.Key, KeySet.Associated(purpose, key.Id));
}
