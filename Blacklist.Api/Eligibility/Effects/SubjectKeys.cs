using System.Buffers.Binary;
using Blacklist.Api.Vault;
using Blacklist.Api.Vault.Keys;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Names;
using Blacklist.Domain.Names.Index;

namespace Blacklist.Api.Eligibility.Effects;

/// <summary>
/// Keys by which an applicant and a listed person who may be one meet: digests of documents, and of what the name index stores and seeks under.
/// Only keyed digests are kept, the first 64 bits of them.
/// </summary>
internal sealed class SubjectKeys(IdentityVault vault)
{
    /// <summary>Under which an applicant waits.</summary>
    public WaitsUnder OfApplicant(PersonIdentity applicant) => OfApplicant(applicant, vault.Keys.Digests[0]);

    public static WaitsUnder OfApplicant(PersonIdentity applicant, DigestKey under) => new(under.Id, Keys(applicant, NameIndex.SoughtKeys, under));

    /// <summary>Under which everybody waits whom the listed person may be.</summary>
    public IEnumerable<long> OfListed(PersonIdentity listed) => vault.Keys.Digests.SelectMany(key => Keys(listed, NameIndex.StoredKeys, key));

    /// <summary>Under which everybody waits who holds one of the documents.</summary>
    public IEnumerable<long> OfDocuments(PersonIdentity person) => vault.Keys.Digests.SelectMany(key => OfDocuments(person, key));

    private static IEnumerable<long> OfDocuments(PersonIdentity person, DigestKey key) =>
        person.Documents.Select(document => BinaryPrimitives.ReadInt64BigEndian(key.Of(document).ToArray()));

    private static long[] Keys(PersonIdentity person, Func<PersonName, IReadOnlyCollection<uint>> keysOf, DigestKey under) =>
    [
        .. OfDocuments(person, under)
            .Concat(person.OtherNames.Prepend(person.Name).SelectMany(keysOf).Distinct().Select(key => OfName(key, under)))
            .Distinct(),
    ];

    private static long OfName(uint key, DigestKey under)
    {
        Span<byte> text = stackalloc byte["name key "u8.Length + sizeof(uint)];
        "name key "u8.CopyTo(text);
        BinaryPrimitives.WriteUInt32BigEndian(text["name key "u8.Length..], key);
        Span<byte> digest = stackalloc byte[Digester.Size];
        under.OfName(text, digest);
        return BinaryPrimitives.ReadInt64BigEndian(digest);
    }
}

/// <param name="DigestKey">With which they were made.</param>
internal sealed record WaitsUnder(string DigestKey, long[] Keys);
