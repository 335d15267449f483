using System.Security.Cryptography;
using System.Text;
using Blacklist.Api.Vault.Keys;
using Blacklist.Api.Vault.Opening;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Vault;

/// <summary>A person's row: the identity under the person's own data key, and that key under a master key.</summary>
/// <param name="WrappedKey">Null once the person is erased; so is <paramref name="Sealed"/>.</param>
internal sealed record PersonRecord(PersonId Id, byte Algorithm, string MasterKeyId, byte[]? WrappedKey, byte[]? Sealed)
{
    public const string Select = $"SELECT person_id, {SealedPerson.Columns} FROM vault.persons";

    public static PersonRecord Seal(KeyRing keys, PersonId id, PersonIdentity identity)
    {
        Span<byte> dataKey = stackalloc byte[VaultKey.Size];
        RandomNumberGenerator.Fill(dataKey);
        Span<byte> room = stackalloc byte[SealedPerson.MostAssociated];
        var wrapped = new byte[MasterKey.WrappedSize];
        var master = keys.Master;
        master.Wrap(dataKey, SealedPerson.Associated(id, Envelope.Algorithm, "key"u8, room), wrapped);
        using var cipher = Envelope.Cipher(dataKey);
        CryptographicOperations.ZeroMemory(dataKey);
        var plain = StoredIdentity.Write(identity);
        var record = new PersonRecord(
            id, Envelope.Algorithm, master.Id, wrapped,
            Envelope.Seal(cipher, plain, SealedPerson.Associated(id, Envelope.Algorithm, "identity"u8, room)));
        CryptographicOperations.ZeroMemory(plain);
        return record;
    }

    /// <inheritdoc cref="SealedPerson.Open(KeyRing)"/>
    public OpenedPerson Open(KeyRing keys) => WrappedKey is null || Sealed is null
        ? new OpenedPerson(Id, null)
        : new SealedPerson(Id, Algorithm, Encoding.ASCII.GetBytes(MasterKeyId), WrappedKey, Sealed).Open(keys);

    /// <summary>The same data key under the master key in use.</summary>
    /// <exception cref="CryptographicException">The row was changed, or belongs to another person.</exception>
    public byte[] Rewrap(KeyRing keys, MasterKey master)
    {
        Span<byte> dataKey = stackalloc byte[VaultKey.Size];
        Span<byte> room = stackalloc byte[SealedPerson.MostAssociated];
        var associated = SealedPerson.Associated(Id, Algorithm, "key"u8, room);
        keys.MasterNamed(MasterKeyId).Unwrap(WrappedKey, associated, dataKey);
        var wrapped = new byte[MasterKey.WrappedSize];
        master.Wrap(dataKey, associated, wrapped);
        CryptographicOperations.ZeroMemory(dataKey);
        return wrapped;
    }
}

/// <summary>What the vault knows of a person.</summary>
/// <param name="Identity">Null when the person was erased.</param>
internal sealed record OpenedPerson(PersonId Id, PersonIdentity? Identity)
{
    public bool IsErased => Identity is null;
}
