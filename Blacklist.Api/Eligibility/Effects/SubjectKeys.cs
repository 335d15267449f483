using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Blacklist.Api.Vault;
using Blacklist.Api.Vault.Keys;
using Blacklist.Domain.Eligibility;
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
    /// <summary>
    /// Raised whenever the same name is stored or sought under other keys than before, as by other tables of names: everybody who waits is then watched anew.
    /// </summary>
    public const int Version = 1;

    private static readonly Comparer<byte[]> ByteOrder = Comparer<byte[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other));

    /// <summary>With which digests are made now.</summary>
    public DigestKey Current => vault.Keys.Digests[0];

    /// <summary>Of each applicant in turn, <see cref="Digester.Size"/> bytes each, with which digests are made now.</summary>
    public byte[] IdentitiesOf(EligibilityQuestion question)
    {
        var key = Current;
        var identities = new byte[question.Applicants.Count * Digester.Size];
        for (var place = 0; place < question.Applicants.Count; place++)
        {
            IdentityOf(question.Applicants[place].Identity, key, identities.AsSpan(place * Digester.Size, Digester.Size));
        }

        return identities;
    }

    /// <summary>How keys are named that were made with a digest key by this version; those of the first had no other name than the digest key's.</summary>
    public static string NameOf(DigestKey under) => Version == 1 ? under.Id : $"{under.Id}/{Version}";

    /// <summary>Under which an applicant waits.</summary>
    public static WaitsUnder OfApplicant(PersonIdentity applicant, DigestKey under) =>
        new(NameOf(under), IdentityOf(applicant, under), Keys(applicant, NameIndex.SoughtKeys, under));

    /// <summary>The same for applicants with the same documents and names, written alike: they wait under the same keys.</summary>
    public static byte[] IdentityOf(PersonIdentity applicant, DigestKey under)
    {
        var identity = new byte[Digester.Size];
        IdentityOf(applicant, under, identity);
        return identity;
    }

    /// <summary>Under which everybody waits whom the listed person may be.</summary>
    public IEnumerable<long> OfListed(PersonIdentity listed) => vault.Keys.Digests.SelectMany(key => Keys(listed, NameIndex.StoredKeys, key));

    /// <summary>Under which everybody waits who holds one of the documents.</summary>
    public IEnumerable<long> OfDocuments(PersonIdentity person) => vault.Keys.Digests.SelectMany(key => OfDocuments(person, key));

    private static void IdentityOf(PersonIdentity applicant, DigestKey under, Span<byte> identity)
    {
        var text = new ArrayBufferWriter<byte>(256);
        text.Write("asked person "u8);
        var documents = applicant.Documents.Select(document => under.Of(document).ToArray());
        foreach (var digest in applicant.Documents.Count > 1 ? documents.Order(ByteOrder) : documents)
        {
            text.Write(digest);
        }

        foreach (var name in applicant.OtherNames.Prepend(applicant.Name))
        {
            Encoding.UTF8.GetBytes(name.Original, text);
            text.Write("\0"u8);
        }

        under.OfName(text.WrittenSpan, identity);
    }

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

/// <param name="MadeWith">Digest key and version (<see cref="SubjectKeys.NameOf"/>).</param>
/// <param name="Identity">Who it is said to be.</param>
internal sealed record WaitsUnder(string MadeWith, byte[] Identity, long[] Keys);
