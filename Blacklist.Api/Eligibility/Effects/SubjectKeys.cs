using System.Buffers.Binary;
using Blacklist.Api.Vault;
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
    public long[] OfApplicant(PersonIdentity applicant) => Keys(applicant, NameIndex.SoughtKeys);

    /// <summary>Under which everybody waits whom the listed person may be.</summary>
    public IEnumerable<long> OfListed(PersonIdentity listed) => Keys(listed, NameIndex.StoredKeys);

    /// <summary>Under which everybody waits who holds one of the documents.</summary>
    public IEnumerable<long> OfDocuments(PersonIdentity person) =>
        person.Documents.Select(document => BinaryPrimitives.ReadInt64BigEndian(vault.Digest(document).ToArray()));

    private long[] Keys(PersonIdentity person, Func<PersonName, IReadOnlyCollection<uint>> keysOf) =>
    [
        .. OfDocuments(person)
            .Concat(person.OtherNames.Prepend(person.Name).SelectMany(keysOf).Distinct().Select(OfName))
            .Distinct(),
    ];

    private long OfName(uint key)
    {
        Span<byte> text = stackalloc byte["name key "u8.Length + sizeof(uint)];
        "name key "u8.CopyTo(text);
        BinaryPrimitives.WriteUInt32BigEndian(text["name key "u8.Length..], key);
        return BinaryPrimitives.ReadInt64BigEndian(vault.Mac(text));
    }
}
