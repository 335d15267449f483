using System.Security.Cryptography;
using Blacklist.Api.Vault.Keys;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Vault;

/// <summary>A person's row: the identity under the person's own data key, and that key under a master key.</summary>
/// <param name="WrappedKey">Null once the person is erased; so is <paramref name="Sealed"/>.</param>
internal sealed record PersonRecord(PersonId Id, byte Algorithm, string MasterKeyId, byte[]? WrappedKey, byte[]? Sealed)
{
    public static PersonRecord Seal(KeyRing keys, PersonId id, PersonIdentity identity)
    {
        Span<byte> dataKey = stackalloc byte[VaultKey.Size];
        RandomNumberGenerator.Fill(dataKey);
        var wrapped = new byte[MasterKey.WrappedSize];
        var master = keys.Master;
        master.Wrap(dataKey, Associated(id, Envelope.Algorithm, "key"u8), wrapped);
        using var cipher = Envelope.Cipher(dataKey);
        CryptographicOperations.ZeroMemory(dataKey);
        var plain = StoredIdentity.Write(identity);
        var record = new PersonRecord(
            id, Envelope.Algorithm, master.Id, wrapped,
            Envelope.Seal(cipher, plain, Associated(id, Envelope.Algorithm, "identity"u8)));
        CryptographicOperations.ZeroMemory(plain);
        return record;
    }

    /// <exception cref="CryptographicException">The row was changed, or belongs to another person.</exception>
    public OpenedPerson Open(KeyRing keys)
    {
        if (WrappedKey is null || Sealed is null)
            return new OpenedPerson(Id, null);
        try
        {
            return new OpenedPerson(Id, Decrypt(keys, WrappedKey, Sealed));
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException)
        {
            throw new CryptographicException($"The vault's row of person {Id.Value} does not open. {problem.Message}", problem);
        }
    }

    /// <summary>The same data key under the master key in use.</summary>
    /// <exception cref="CryptographicException">The row was changed, or belongs to another person.</exception>
    public byte[] Rewrap(KeyRing keys, MasterKey master)
    {
        Span<byte> dataKey = stackalloc byte[VaultKey.Size];
        var associated = Associated(Id, Algorithm, "key"u8);
        keys.MasterNamed(MasterKeyId).Unwrap(WrappedKey, associated, dataKey);
        var wrapped = new byte[MasterKey.WrappedSize];
        master.Wrap(dataKey, associated, wrapped);
        CryptographicOperations.ZeroMemory(dataKey);
        return wrapped;
    }

    private PersonIdentity Decrypt(KeyRing keys, byte[] wrappedKey, byte[] sealedIdentity)
    {
        if (Algorithm != Envelope.Algorithm)
            throw new CryptographicException($"This version does not know algorithm {Algorithm}.");
        Span<byte> dataKey = stackalloc byte[VaultKey.Size];
        keys.MasterNamed(MasterKeyId).Unwrap(wrappedKey, Associated(Id, Algorithm, "key"u8), dataKey);
        using var cipher = Envelope.Cipher(dataKey);
        CryptographicOperations.ZeroMemory(dataKey);
        var plain = new byte[Math.Max(0, sealedIdentity.Length - Envelope.Overhead)];
        Envelope.Open(cipher, sealedIdentity, Associated(Id, Algorithm, "identity"u8), plain);
        var identity = StoredIdentity.Read(plain);
        CryptographicOperations.ZeroMemory(plain);
        return identity;
    }

    /// <summary>Binds the bytes to this person, this use and this algorithm: in another row they do not open.</summary>
    private static byte[] Associated(PersonId id, byte algorithm, ReadOnlySpan<byte> purpose)
    {
        var associated = new byte[1 + 16 + purpose.Length];
        associated[0] = algorithm;
        id.Value.TryWriteBytes(associated.AsSpan(1), bigEndian: true, out _);
        purpose.CopyTo(associated.AsSpan(17));
        return associated;
    }
}

/// <summary>What the vault knows of a person.</summary>
/// <param name="Identity">Null when the person was erased.</param>
internal sealed record OpenedPerson(PersonId Id, PersonIdentity? Identity)
{
    public bool IsErased => Identity is null;
}
