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

/// <summary>
/// Finds known organizations by a name applied for, or by what somebody types into a search box. The names are numbered from 0 by their handles;
/// what is found among the first of them is the same whether later ones are there or not. Immutable: names that come later make a small part beside a large one.
/// </summary>
public sealed class OrganizationNameIndex
{
    private const int ClosestLookedAt = 100;
    private const int EnoughForSearch = 60;

    private readonly OrganizationNamePart _settled;
    private readonly OrganizationNamePart _recent;

    /// <param name="known">In the order of their handles.</param>
    public OrganizationNameIndex(IEnumerable<KnownOrganization> known)
        : this(new OrganizationNamePart([.. known], first: 0), [])
    {
    }

    private OrganizationNameIndex(OrganizationNamePart settled, IReadOnlyList<KnownOrganization> recent) =>
        (_settled, _recent) = (settled, new OrganizationNamePart(recent, settled.Names.Count));

    /// <summary>How many names the large part holds.</summary>
    public int Settled => _settled.Names.Count;

    /// <summary>The same with these names after the <see cref="Settled"/> ones, instead of any that came after them before.</summary>
    public OrganizationNameIndex With(IEnumerable<KnownOrganization> recent) => new(_settled, [.. recent]);

    /// <summary>Known organizations whose name the given one equals or imitates, nearest first.</summary>
    /// <param name="first">Only so many of the names count: those that were known at an earlier time.</param>
    public IReadOnlyList<OrganizationHit> Imitated(OrganizationName given, int first = int.MaxValue) =>
    [
        .. from known in MayBeImitated(given, first)
           let match = OrganizationNameComparison.Compare(given, known.Name)
           where match.Grade != OrganizationNameGrade.Different
           orderby match.Grade, match.Likeness descending, known.Handle
           select Hit(known, match, match.Likeness),
    ];

    /// <summary>Tolerates missing parts and characters typed by ear; the best first.</summary>
    /// <param name="among">Which of the known organizations may be shown; null for all.</param>
    public IReadOnlyList<OrganizationHit> Search(OrganizationName typed, int limit, Predicate<KnownOrganization>? among = null) =>
    [
        .. (from known in Closest(typed.Normal, among)
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
    private IEnumerable<KnownOrganization> MayBeImitated(OrganizationName given, int first)
    {
        var core = OrganizationNamePart.CoreOf(given);
        var needed = ((core.Count * OrganizationNameComparison.Enough) + 199 - OrganizationNameComparison.Enough) / (200 - OrganizationNameComparison.Enough);
        var rarest = core.Select(rune => Places(part => part.WithInCore(given.Anatomy.Claim, rune), first))
            .OrderBy(places => places.Count).Take(core.Count - needed + 1);
        return Closest(rarest).Take(ClosestLookedAt).Union(Places(part => part.Named(given.Normal), first).All()).Select(At);
    }

    private IEnumerable<KnownOrganization> Closest(string normal, Predicate<KnownOrganization>? among) =>
        Closest(normal.EnumerateRunes().Distinct().Select(rune => Places(part => part.With(rune), int.MaxValue))).Select(At)
            .Where(known => among is null || among(known)).Take(ClosestLookedAt);

    /// <summary>The places, those first that most of the lists have.</summary>
    private static IEnumerable<int> Closest(IEnumerable<OrganizationNamePlaces> lists)
    {
        var shared = new Dictionary<int, int>();
        foreach (var place in lists.SelectMany(places => places.All()))
            shared[place] = shared.GetValueOrDefault(place) + 1;
        return shared.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key);
    }

    private OrganizationNamePlaces Places(Func<OrganizationNamePart, int[]> list, int first) => new(list(_settled), list(_recent), first);

    private KnownOrganization At(int place) => place < Settled ? _settled.Names[place] : _recent.Names[place - Settled];
}
