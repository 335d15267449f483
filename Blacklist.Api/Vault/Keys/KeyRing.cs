using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Blacklist.Api.Vault.Keys;

/// <summary>
/// All keys of the registry, ready for use and the same on every node; they change while it runs (adr/0032). Each use has a key of its own,
/// derived with HKDF-SHA-256 (RFC 5869).
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "The keys and their ciphers live as long as the process.")]
internal sealed class KeyRing
{
    private readonly ThreadLocal<BlobKey?> _blobKey = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly KeySource? _source;
    private volatile KeySet _keys;

    /// <summary>Of keys that no database knows: the newest of each kind is in use, and none changes.</summary>
    public KeyRing(VaultKeys keys) => _keys = KeySet.Of(keys);

    private KeyRing(KeySource source, KeySet keys) => (_source, _keys) = (source, keys);

    public static async Task<KeyRing> Of(KeySource source) => new(source, await source.Read(before: null));

    /// <summary>What is known of all keys, when they were read last.</summary>
    public IReadOnlyList<KeyRecord> Records => _keys.Records;

    public IEnumerable<string> MasterKeys => _keys.Masters.Values.Select(master => master.Id);

    /// <summary>Wraps what is sealed from now on.</summary>
    public MasterKey Master => _keys.Master;

    /// <summary>The one in use first; the others are to be sought under, too.</summary>
    public IReadOnlyList<DigestKey> Digests => _keys.Digests;

    public RequestKey Request => _keys.Request;

    /// <summary>Opened keys that sign for a purpose, oldest first; another list each time that something changed.</summary>
    public IReadOnlyList<OpenedKey> Signing(KeyPurpose purpose) => _keys.Signing[purpose];

    /// <summary>Takes over what changed in the database and in the key file.</summary>
    /// <exception cref="CryptographicException">A key does not open; those that were there stay in use.</exception>
    public async Task Refresh(CancellationToken cancellation = default)
    {
        if (_source is null)
            return;
        await _turn.WaitAsync(cancellation);
        try
        {
            _keys = await _source.Read(_keys, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The data key with which this thread seals blobs now.</summary>
    /// <param name="master">Wraps it.</param>
    /// <param name="header">Begins each of these blobs.</param>
    public BlobKey BlobKey(MasterKey master, ReadOnlySpan<byte> header) =>
        _blobKey.Value is { } key && key.IsUnder(master) && key.Serves() ? key : _blobKey.Value = new BlobKey(master, header);

    public static byte[] Derive(VaultKey key, string use) =>
        HKDF.Expand(HashAlgorithmName.SHA256, key.Key, VaultKey.Size, Encoding.UTF8.GetBytes("blacklist/vault/1/" + use));

    /// <summary>Recognizes a key without telling anything of it.</summary>
    public static byte[] CheckOf(VaultKey key) => Derive(key, "check");

    public MasterKey MasterNamed(string id) => MasterNamed(Convert.ToUInt32(id, 16));

    /// <exception cref="CryptographicException">Sealed under a key that another node has and this one lacks.</exception>
    public MasterKey MasterNamed(uint number) =>
        _keys.Masters.GetValueOrDefault(number) ?? throw new CryptographicException($"This node lacks the master key {number:x8}.");
}
