using System.Collections.Concurrent;
using Blacklist.Api.Vault;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>
/// Listings of persons who were ever linked to another identity, by every document and name they ever had: for who asks what was known then.
/// Nothing is ever taken out, and checks of today do not look here.
/// </summary>
internal sealed class FormerEntries(IdentityVault vault)
{
    private readonly ConcurrentDictionary<DocumentDigest, ListingId[]> _byDocument = new();
    private readonly ListedNames _byName = new();
    private readonly HashSet<(ListingId, PersonId)> _known = [];

    public IEnumerable<ListingId> Find(PersonIdentity applicant, IEnumerable<DocumentDigest> documents) =>
        documents.SelectMany(document => _byDocument.GetValueOrDefault(document) ?? []).Concat(_byName.Find(applicant));

    public void Add(ListingId listing, PersonId person, PersonIdentity identity)
    {
        if (!_known.Add((listing, person)))
        {
            return;
        }

        foreach (var document in identity.Documents)
        {
            _byDocument.AddOrUpdate(vault.Digest(document), [listing], (_, others) => others.Contains(listing) ? others : [.. others, listing]);
        }

        _byName.Add(listing, identity with { Documents = [] }); // then near names are found too, whatever number is known of the person today
    }
}
