using System.Security.Cryptography;
using Npgsql;

namespace Blacklist.Api.Vault.Keys;

/// <summary>Where the keys of a running registry come from: records of the database, and the key file for the master keys.</summary>
internal sealed class KeySource(NpgsqlDataSource database, VaultOptions options, VaultKeys file)
{
    private VaultKeys _file = file;

    public KeyRecords Records { get; } = new(database);

    /// <summary>The same set when nothing changed. A master key that is new to this node is looked for in the file.</summary>
    /// <exception cref="CryptographicException">A key does not open.</exception>
    public async Task<KeySet> Read(KeySet? before, CancellationToken cancellation = default)
    {
        var records = await Records.Read(cancellation);
        if (records.Any(key => key.Purpose == KeyPurpose.Master && _file.MasterKeys.All(held => held.Id != key.Id)))
            _file = options.Read() ?? _file;
        return before is not null && before.IsOf(records, _file) ? before : KeySet.Of(records, _file, before);
    }
}
