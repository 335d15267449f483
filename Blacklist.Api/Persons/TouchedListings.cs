using Blacklist.Api.Commands;
using Blacklist.Api.Security;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Persons;

/// <summary>The listings of everybody who is one person: what is destroyed or split for one of them is so for all, wherever they lie.</summary>
internal static class TouchedListings
{
    /// <summary>It names none of them.</summary>
    public static readonly Refusal Elsewhere = new(
        "touches_other_regions", "Listings of other regions belong to the same person: this is done by somebody whose regions cover all of them, such as the whole country (000000).");

    public static async Task<IReadOnlyList<Loaded<Listing>>> Load(this Attempt attempt, PersonGroup group)
    {
        var listings = new List<Loaded<Listing>>();
        foreach (var listing in group.Listings)
        {
            listings.Add(await attempt.Load(Listing.Stream, listing));
        }

        return listings;
    }

    public static bool CoversAll(this Caller caller, IEnumerable<Loaded<Listing>> listings) => listings.All(listing => caller.Covers(listing.State.Region));
}
