using System.Collections.Frozen;
using System.Text;

namespace Blacklist.Domain.OrganizationNames;

/// <summary>What the registry says of an organization; never more than was decided.</summary>
public enum OrganizationStanding
{
    /// <summary>Banned as an illegal social organization.</summary>
    Banned,

    /// <summary>Published as suspected, persuaded to disband, dissolved …: no ban.</summary>
    Published,

    /// <summary>A lawful body whose registration was revoked. Not an illegal organization, and never called one.</summary>
    RegistrationRevoked,
}

/// <summary>An organization whose name is on record.</summary>
public sealed record KnownOrganization(int Handle, OrganizationName Name, OrganizationStanding Standing);

/// <summary>A known organization that a name calls to mind.</summary>
/// <param name="IsSure">The name is equal; anything else is a suggestion that must be shown as such.</param>
public sealed record OrganizationHit(KnownOrganization Organization, OrganizationNameMatch Match, int Rank, bool IsSure);

/// <summary>Finds known organizations by a name applied for, or by what somebody types into a search box.</summary>
public sealed class OrganizationNameIndex
{
    private const int ClosestLookedAt = 100;
    private const int EnoughForSearch = 60;

    private readonly KnownOrganization[] _known;
    private readonly FrozenDictionary<Rune, int[]> _byCharacter;

    public OrganizationNameIndex(IEnumerable<KnownOrganization> known)
    {
        _known = [.. known];
        _byCharacter = _known.Index()
            .SelectMany(entry => entry.Item.Name.Normal.EnumerateRunes().Distinct(), (entry, rune) => (rune, entry.Index))
            .GroupBy(pair => pair.rune, pair => pair.Index)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>Known organizations whose name the given one equals or imitates, nearest first.</summary>
    public IReadOnlyList<OrganizationHit> Imitated(OrganizationName given) =>
    [
        .. from known in Closest(given.Normal)
           let match = OrganizationNameComparison.Compare(given, known.Name)
           where match.Grade != OrganizationNameGrade.Different
           orderby match.Grade, match.Likeness descending, known.Handle
           select Hit(known, match, match.Likeness),
    ];

    /// <summary>Tolerates missing parts and characters typed by ear; the best first.</summary>
    public IReadOnlyList<OrganizationHit> Search(OrganizationName typed, int limit) =>
    [
        .. (from known in Closest(typed.Normal)
            let rank = Rank(typed.Normal, known.Name.Normal)
            where rank >= EnoughForSearch
            orderby rank descending, known.Name.Normal.Length, known.Handle
            select (known, rank)).Take(limit).Select(found => Hit(found.known, OrganizationNameComparison.Compare(typed, found.known.Name), found.rank)),
    ];

    private static OrganizationHit Hit(KnownOrganization known, OrganizationNameMatch match, int rank) =>
        new(known, match, rank, match.Grade == OrganizationNameGrade.Equal);

    private static int Rank(string typed, string name)
    {
        if (typed == name)
            return 100;
        var contained = typed.Length >= 2 && typed.Length <= name.Length ? Likeness.Contained(typed, name) * 9 / 10 : 0;
        return Math.Min(99, Math.Max(contained, Likeness.BySound(typed, name)));
    }

    private IEnumerable<KnownOrganization> Closest(string normal)
    {
        var shared = new Dictionary<int, int>();
        foreach (var rune in normal.EnumerateRunes().Distinct())
        {
            foreach (var place in _byCharacter.GetValueOrDefault(rune, []))
                shared[place] = shared.GetValueOrDefault(place) + 1;
        }

        return shared.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(ClosestLookedAt).Select(pair => _known[pair.Key]);
    }
}
