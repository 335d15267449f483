using System.Security.Cryptography;
using Blacklist.Api.EventLog.Schema;
using Npgsql;

namespace Blacklist.Api.Vault.Keys;

/// <summary>
/// Keys that sign for one purpose, the same on all nodes: kept in the database, the private part sealed by the vault.
/// Only what the vault opens is believed, so that a row written by somebody else signs nothing.
/// </summary>
internal sealed class SigningKeys
{
    private const long Lock = 0x5349474E; // "SIGN"

    private readonly KeyRing _ring;
    private readonly KeyPurpose _purpose;
    private View _view;

    private SigningKeys(KeyRing ring, KeyPurpose purpose)
    {
        (_ring, _purpose) = (ring, purpose);
        _view = View.Of(ring.Signing(purpose), []);
    }

    /// <summary>All that ever signed, or is to sign, oldest first: what they signed for years is still to be verified.</summary>
    public IReadOnlyList<SigningKey> Kept => Now.All;

    /// <summary>Those whose signatures are believed today, oldest first: also the next one, ahead of its use.</summary>
    public IReadOnlyList<SigningKey> Published => Now.Published;

    public SigningKey Current => Now.Current;

    /// <summary>What is known stays while none is in use, which no rotation leaves behind: what was signed can be verified all the same.</summary>
    private View Now
    {
        get
        {
            var (view, keys) = (_view, _ring.Signing(_purpose));
            return ReferenceEquals(view.Source, keys) || !HasOneInUse(keys) ? view : _view = View.Of(keys, view.All);
        }
    }

    /// <summary>Loads the keys; the first node ever makes one, under a lock.</summary>
    public static async Task<SigningKeys> Open(NpgsqlDataSource database, IdentityVault vault, KeyPurpose purpose, VaultOptions? options = null)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var turn = await DatabaseLock.Take(connection, Lock);
        await vault.Keys.Refresh();
        if (!HasOneInUse(vault.Keys.Signing(purpose)))
        {
            await new KeyRecords(database).Add(SigningKey.Create(vault.Keys, purpose, TimeSpan.Zero, (options ?? new VaultOptions()).Periods[purpose]));
            await vault.Keys.Refresh();
        }

        return new SigningKeys(vault.Keys, purpose);
    }

    /// <summary>Reads the keys anew.</summary>
    public Task Refresh() => _ring.Refresh();

    private static bool HasOneInUse(IReadOnlyList<OpenedKey> keys) => keys.Any(key => key.Record.State == KeyState.InUse);

    private sealed record View(IReadOnlyList<OpenedKey> Source, IReadOnlyList<SigningKey> All, IReadOnlyList<SigningKey> Published, SigningKey Current)
    {
        /// <param name="before">Keys that were imported already.</param>
        public static View Of(IReadOnlyList<OpenedKey> keys, IReadOnlyList<SigningKey> before)
        {
            var all = keys.Select(key => (key.Record, Key: before.FirstOrDefault(one => one.Kid == key.Record.Id) ?? Import(key))).ToList();
            return new View(
                keys, [.. all.Select(one => one.Key)], [.. all.Where(one => one.Record.State != KeyState.Kept).Select(one => one.Key)],
                all.Single(one => one.Record.State == KeyState.InUse).Key);
        }

        private static SigningKey Import(OpenedKey key) => SigningKey.Import(key.Secret) is var imported && imported.Kid == key.Record.Id
            ? imported
            : throw new CryptographicException($"The signing key {key.Record.Id} is not the one its name says.");
    }
}
