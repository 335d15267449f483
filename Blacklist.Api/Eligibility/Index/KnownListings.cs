using Blacklist.Api.Eligibility.Index.Packed;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>Every listing, packed or loose. What moves from the one to the other may for a moment be seen in both, and never in neither.</summary>
internal sealed record KnownListings(PackedRegister Packed, LooseListings Loose)
{
    public static KnownListings None => new(PackedRegister.Empty, new LooseListings([]));

    /// <summary>How many were loose when the others were packed.</summary>
    public int LooseAtFirst { get; } = Loose.Count;

    public int Count => Packed.Count + Loose.Count;

    public IEnumerable<ListingFacts> All => Packed.All.Concat(Loose.All.Select(person => person.Listing));

    /// <summary>What was loose after all was moved there meanwhile.</summary>
    public ListedPerson? Find(ListingId listing) => Loose.Find(listing) ?? Packed.Find(listing) ?? Loose.Find(listing);

    public IEnumerable<ListingId> Of(PersonId person) => Packed.Of(person).Concat(Loose.Of(person)).Distinct().ToList();

    public IEnumerable<ListingId> RestingOn(Guid disposition) =>
        Packed.RestingOn(disposition).Concat(Loose.All.Where(person => person.Listing.DispositionId == disposition).Select(person => person.Listing.Id)).ToList();

    public IEnumerable<ListedPerson> Possible(PersonIdentity applicant)
    {
        var packed = Packed.Possible(applicant);
        return Loose.Count == 0 ? packed : packed.Concat(Loose.Near(applicant)).DistinctBy(person => person.Listing.Id);
    }
}
