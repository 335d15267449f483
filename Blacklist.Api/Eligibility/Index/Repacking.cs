using Blacklist.Api.Eligibility.Index.Packed;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>Packs what is loose together with what is packed already, beside both, while both go on changing.</summary>
internal sealed class Repacking
{
    private const int FewestLoose = 8_192;
    private const int ShareLoose = 64;

    private readonly PackedRegister _packed;
    private readonly Dictionary<ListingId, ListedPerson> _taken;
    private readonly Task<PackedRegister> _made;

    /// <param name="isUnlinked">Whether a person looks like what is packed of one.</param>
    public Repacking(KnownListings known, Func<PersonId, bool> isUnlinked)
    {
        _packed = known.Packed;
        _taken = known.Loose.All.Where(person => isUnlinked(person.Listing.PersonId)).ToDictionary(person => person.Listing.Id);
        _made = Task.Run(Make);
    }

    public bool IsDone => _made.IsCompleted;

    public static bool IsDue(KnownListings known) =>
        known.Loose.Count - known.LooseAtFirst > Math.Max(FewestLoose, known.Packed.Count / ShareLoose);

    /// <summary>What readers see from now on. By the one who writes, once it is done.</summary>
    /// <param name="known">As it has become since the beginning.</param>
    public KnownListings Result(KnownListings known)
    {
        var made = _made.GetAwaiter().GetResult();
        foreach (var changed in _packed.Superseded.Where(listing => !_taken.ContainsKey(listing)))
        {
            made.Supersede(changed);
        }

        foreach (var (listing, taken) in _taken)
        {
            if (!ReferenceEquals(known.Loose.Find(listing), taken))
            {
                made.Supersede(listing);
            }
        }

        return new KnownListings(made, new LooseListings([.. known.Loose.All.Where(person => made.Find(person.Listing.Id) is null)]));
    }

    private PackedRegister Make()
    {
        var build = new PackedBuild();
        foreach (var part in _packed.Parts)
        {
            build.AddAll(part);
        }

        foreach (var person in _taken.Values)
        {
            build.Add(person);
        }

        return build.Build();
    }
}
