using System.Globalization;
using System.Security.Cryptography;
using Blacklist.Api.EventLog;
using Blacklist.Api.Vault.Keys;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Vault.Opening;

/// <summary>A person's row where it lies; see <see cref="PersonRecord"/>.</summary>
/// <param name="masterKey">The id as ASCII.</param>
internal readonly ref struct SealedPerson(
    PersonId id, byte algorithm, ReadOnlySpan<byte> masterKey, ReadOnlySpan<byte> wrappedKey, ReadOnlySpan<byte> sealedIdentity)
{
    /// <summary>Of <c>vault.persons</c>, what stands beside the id.</summary>
    public const string Columns = "algorithm, master_key, wrapped_key, sealed";

    /// <summary>More than <see cref="Associated"/> ever writes.</summary>
    public const int MostAssociated = 32;

    private const int MostOnStack = 1024;

    private readonly ReadOnlySpan<byte> _masterKey = masterKey;
    private readonly ReadOnlySpan<byte> _wrappedKey = wrappedKey;
    private readonly ReadOnlySpan<byte> _sealed = sealedIdentity;

    /// <summary>Binds the bytes to this person, this use and this algorithm: in another row they do not open.</summary>
    public static ReadOnlySpan<byte> Associated(PersonId id, byte algorithm, ReadOnlySpan<byte> purpose, Span<byte> room)
    {
        room[0] = algorithm;
        id.Value.TryWriteBytes(room[1..], bigEndian: true, out var written);
        purpose.CopyTo(room[(1 + written)..]);
        return room[..(1 + written + purpose.Length)];
    }

    /// <summary>From the next <see cref="Columns"/> of a row.</summary>
    /// <inheritdoc cref="Open(KeyRing)"/>
    public static OpenedPerson Open(PersonId id, ref CopiedRows.Reader row, KeyRing keys)
    {
        var algorithm = (byte)row.Short();
        var masterKey = row.Bytes();
        return row.IsNull ? new OpenedPerson(id, null) : new SealedPerson(id, algorithm, masterKey, row.Bytes(), row.Bytes()).Open(keys);
    }

    /// <exception cref="CryptographicException">The row was changed, or belongs to another person.</exception>
    public OpenedPerson Open(KeyRing keys)
    {
        try
        {
            return new OpenedPerson(id, Decrypt(keys));
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException)
        {
            throw new CryptographicException($"The vault's row of person {id.Value} does not open. {problem.Message}", problem);
        }
    }

    private PersonIdentity Decrypt(KeyRing keys)
    {
        if (algorithm != Envelope.Algorithm)
            throw new CryptographicException($"This version does not know algorithm {algorithm}.");
        Span<byte> dataKey = stackalloc byte[VaultKey.Size];
        Span<byte> room = stackalloc byte[MostAssociated];
        var master = keys.MasterNamed(uint.Parse(_masterKey, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        master.Unwrap(_wrappedKey, Associated(id, algorithm, "key"u8, room), dataKey);
        var length = Math.Max(0, _sealed.Length - Envelope.Overhead);
        var plain = length <= MostOnStack ? stackalloc byte[length] : new byte[length];
        using var cipher = Envelope.Cipher(dataKey);
        CryptographicOperations.ZeroMemory(dataKey);
        Envelope.Open(cipher, _sealed, Associated(id, algorithm, "identity"u8, room), plain);
        var identity = StoredIdentity.Read(plain);
        CryptographicOperations.ZeroMemory(plain);
        return identity;
    }
}
