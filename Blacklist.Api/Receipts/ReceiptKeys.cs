using System.Security.Cryptography;
using Blacklist.Api.Vault;
using Blacklist.Api.Vault.Keys;
using Npgsql;

namespace Blacklist.Api.Receipts;

/// <summary>The keys that sign receipts, the same on all nodes; whatever ever signed is published for ever.</summary>
internal sealed class ReceiptKeys
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SigningKeys _keys;
    private long _readAt = long.MinValue / 2;

    private ReceiptKeys(SigningKeys keys) => _keys = keys;

    /// <summary>With those that are retired or yet to come, oldest first.</summary>
    public IReadOnlyList<SigningKey> Published => _keys.Kept;

    public static async Task<ReceiptKeys> Open(NpgsqlDataSource database, IdentityVault vault) =>
        new(await SigningKeys.Open(database, vault, KeyPurpose.Receipt));

    /// <summary>Reads the keys anew when this one is not among them: another node may have made it.</summary>
    public async Task LookFor(string kid)
    {
        if (Find(kid) is null && Environment.TickCount64 - _readAt > Patience.TotalMilliseconds)
        {
            _readAt = Environment.TickCount64;
            await _keys.Refresh();
        }
    }

    public SigningKey? Find(string kid) => Published.FirstOrDefault(key => key.Kid == kid);

    public (string Kid, byte[] Signature) Sign(ReadOnlySpan<byte> statement)
    {
        var key = _keys.Current;
        lock (key)
        {
            return (key.Kid, LowSignature.Of(key.Security.ECDsa.SignData(statement, HashAlgorithmName.SHA256)));
        }
    }
}
