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
    private readonly Dictionary<string, int[]> _byName;
    private readonly Dictionary<(string Claim, Rune Character), int[]> _byCore;

    public OrganizationNameIndex(IEnumerable<KnownOrganization> known)
    {
        _known = [.. known];
        _byName = _known.Index().GroupBy(entry => entry.Item.Name.Normal, entry => entry.Index).ToDictionary(group => group.Key, group => group.ToArray());
        _byCore = _known.Index()
            .SelectMany(entry => CoreOf(entry.Item.Name).Distinct().Select(rune => (Key: (entry.Item.Name.Anatomy.Claim, rune), entry.Index)))
            .GroupBy(pair => pair.Key, pair => pair.Index)
            .ToDictionary(group => group.Key, group => group.ToArray());
        _byCharacter = _known.Index()
            .SelectMany(entry => entry.Item.Name.Normal.EnumerateRunes().Distinct(), (entry, rune) => (rune, entry.Index))
            .GroupBy(pair => pair.rune, pair => pair.Index)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>Known organizations whose name the given one equals or imitates, nearest first.</summary>
    public IReadOnlyList<OrganizationHit> Imitated(OrganizationName given) =>
    [
        .. from known in MayBeImitated(given)
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

    /// <summary>
    /// Equal names, and those of the same claim whose cores share enough characters to reach the comparison's bound: of the a characters of
    /// the given core 3a/7 must be there in order, so one of the others' rarest is, and only these are looked up.
    /// </summary>
    private IEnumerable<KnownOrganization> MayBeImitated(OrganizationName given)
    {
        var core = CoreOf(given);
        var needed = ((core.Count * OrganizationNameComparison.Enough) + 199 - OrganizationNameComparison.Enough) / (200 - OrganizationNameComparison.Enough);
        var rarest = core.Select(rune => _byCore.GetValueOrDefault((given.Anatomy.Claim, rune), [])).OrderBy(places => places.Length).Take(core.Count - needed + 1);
        return Closest(rarest).Union(_byName.GetValueOrDefault(given.Normal, [])).Select(place => _known[place]);
    }

    private static List<Rune> CoreOf(OrganizationName name) => [.. name.Anatomy.Core.EnumerateRunes()];

    private IEnumerable<KnownOrganization> Closest(string normal) =>
        Closest(normal.EnumerateRunes().Distinct().Select(rune => _byCharacter.GetValueOrDefault(rune, []))).Select(place => _known[place]);

    /// <summary>The places that most of the lists have.</summary>
    private static IEnumerable<int> Closest(IEnumerable<int[]> lists)
    {
        var shared = new Dictionary<int, int>();
        foreach (var place in lists.SelectMany(places => places))
            shared[place] = shared.GetValueOrDefault(place) + 1;
        return shared.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(ClosestLookedAt).Select(pair => pair.Key);
    }
}
