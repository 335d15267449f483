using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Blacklist.Api.Vault.Keys;

/// <summary>The vault's keys, ready for use. Each use has a key of its own, derived with HKDF-SHA-256 (RFC 5869).</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "The keys and their ciphers live as long as the process.")]
internal sealed class KeyRing
{
    private readonly Dictionary<uint, MasterKey> _masters;
    private readonly ThreadLocal<BlobKey?> _blobKey = new();

    public KeyRing(VaultKeys keys)
    {
        _masters = keys.MasterKeys.Select(key => new MasterKey(key)).ToDictionary(key => key.Number);
        Master = _masters[Convert.ToUInt32(Newest(keys.MasterKeys).Id, 16)];
        var digestKey = Newest(keys.DigestKeys);
        DigestKeyId = digestKey.Id;
        Digests = new Digester(Derive(digestKey, "document-digest"));
        Requests = new Digester(Derive(digestKey, "request-mac"));
        Checks = [.. keys.MasterKeys.Select(key => CheckOf(key, KeyUse.Master)), .. keys.DigestKeys.Select(key => CheckOf(key, KeyUse.Digest))];
    }

    /// <summary>Wraps what is sealed from now on.</summary>
    public MasterKey Master { get; }

    /// <summary>The data key with which this thread seals blobs now.</summary>
    /// <param name="header">Begins each of these blobs.</param>
    public BlobKey BlobKey(ReadOnlySpan<byte> header) =>
        _blobKey.Value is { } key && key.Serves() ? key : _blobKey.Value = new BlobKey(Master, header);

    public string DigestKeyId { get; }

    public Digester Digests { get; }

    /// <summary>For requests that are compared later, not looked up.</summary>
    public Digester Requests { get; }

    /// <summary>What the database keeps to recognize the keys.</summary>
    public IReadOnlyList<KeyCheck> Checks { get; }

    public static byte[] Derive(VaultKey key, string use) =>
        HKDF.Expand(HashAlgorithmName.SHA256, key.Key, VaultKey.Size, Encoding.UTF8.GetBytes("blacklist/vault/1/" + use));

    public MasterKey MasterNamed(string id) => MasterNamed(Convert.ToUInt32(id, 16));

    /// <exception cref="CryptographicException">Sealed under a key that another node has and this one lacks.</exception>
    public MasterKey MasterNamed(uint number) =>
        _masters.GetValueOrDefault(number) ?? throw new CryptographicException($"This node lacks the master key {number:x8}.");

    private static VaultKey Newest(IReadOnlyList<VaultKey> keys) => keys.MaxBy(key => key.Created)!;

    private static KeyCheck CheckOf(VaultKey key, KeyUse use) => new(key.Id, use, Derive(key, "check"));
}

internal enum KeyUse
{
    Master = 1,
    Digest = 2,
}

/// <summary>Recognizes a key without telling anything of it.</summary>
internal sealed record KeyCheck(string KeyId, KeyUse Use, byte[] Value);
