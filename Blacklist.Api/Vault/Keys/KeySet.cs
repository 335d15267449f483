using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Blacklist.Api.Vault.Keys;

/// <summary>A key with what is known of it.</summary>
internal sealed record OpenedKey(KeyRecord Record, byte[] Secret)
{
    public override string ToString() => Record.ToString();
}

/// <summary>The keys of one moment.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "The keys and their ciphers live as long as the process.")]
internal sealed record KeySet(
    IReadOnlyList<KeyRecord> Records,
    FrozenDictionary<uint, MasterKey> Masters,
    MasterKey Master,
    IReadOnlyList<DigestKey> Digests,
    RequestKey Request,
    FrozenDictionary<KeyPurpose, IReadOnlyList<OpenedKey>> Signing)
{
    private static readonly KeyPurpose[] Signers = [KeyPurpose.Token, KeyPurpose.Receipt];

    /// <inheritdoc cref="KeyRing(VaultKeys)"/>
    public static KeySet Of(VaultKeys keys)
    {
        var masters = MastersOf(keys);
        var digest = keys.DigestKeys.MaxBy(key => key.Created) ?? VaultKey.Create(DateTimeOffset.UnixEpoch);
        return new KeySet(
            [], masters, masters[Number(keys.MasterKeys.MaxBy(key => key.Created)!.Id)], [new DigestKey(digest)], new RequestKey(digest),
            Signers.ToFrozenDictionary(purpose => purpose, _ => (IReadOnlyList<OpenedKey>)[]));
    }

    /// <param name="before">What is unchanged is taken from there.</param>
    /// <exception cref="CryptographicException">A row was not written by this registry, or its master key is not there.</exception>
    public static KeySet Of(IReadOnlyList<KeyRecord> records, VaultKeys file, KeySet? before = null)
    {
        var masters = MastersOf(file, before);
        var opening = new KeyRing(file);
        var request = records.Single(key => key is { Purpose: KeyPurpose.Request, State: KeyState.InUse });
        var digests = records.Where(key => key.Purpose == KeyPurpose.Digest && key.State != KeyState.Kept)
            .OrderByDescending(key => key.State == KeyState.InUse).ThenByDescending(key => key.InUseFrom);
        return new KeySet(
            records, masters, InUse(records, masters),
            [.. digests.Select(key => before?.Digests.FirstOrDefault(known => known.Id == key.Id) ?? new DigestKey(Open(opening, key)))],
            before?.Request.Id == request.Id ? before.Request : new RequestKey(Open(opening, request)),
            Signers.ToFrozenDictionary(purpose => purpose, purpose => (IReadOnlyList<OpenedKey>)
                [.. records.Where(key => key.Purpose == purpose).Select(key => new OpenedKey(key, Secret(opening, key)))]));
    }

    /// <summary>Whether nothing in it would be another with these.</summary>
    public bool IsOf(IReadOnlyList<KeyRecord> records, VaultKeys file) =>
        Masters.Count == file.MasterKeys.Count && Records.Select(Current).SequenceEqual(records.Select(Current));

    /// <summary>What a key that is stored sealed is bound to.</summary>
    public static byte[] Associated(KeyPurpose purpose, string id) =>
        Encoding.UTF8.GetBytes($"{(Signers.Contains(purpose) ? "signing-key" : "key")}/{EventLog.Json.EnumWords.Of(purpose)}/{id}");

    private static FrozenDictionary<uint, MasterKey> MastersOf(VaultKeys keys, KeySet? before = null) => keys.MasterKeys.ToFrozenDictionary(
        key => Number(key.Id), key => before?.Masters.GetValueOrDefault(Number(key.Id)) ?? new MasterKey(key));

    private static MasterKey InUse(IReadOnlyList<KeyRecord> records, FrozenDictionary<uint, MasterKey> masters) =>
        records.Single(key => key is { Purpose: KeyPurpose.Master, State: KeyState.InUse }) is var record && masters.TryGetValue(Number(record.Id), out var master)
            ? master
            : throw new CryptographicException($"This node lacks the master key {record.Id}, which is in use.");

    private static VaultKey Open(KeyRing opening, KeyRecord key) => new(key.Id, Secret(opening, key), key.CreatedAt);

    private static byte[] Secret(KeyRing opening, KeyRecord key) => SealedBlob.Open(opening, key.Sealed, Associated(key.Purpose, key.Id));

    private static (string Id, KeyState State, uint? Master) Current(KeyRecord key) =>
        (key.Id, key.State, key.Sealed is null ? null : SealedBlob.MasterOf(key.Sealed));

    private static uint Number(string id) => Convert.ToUInt32(id, 16);
}
