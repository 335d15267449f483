using Blacklist.Domain.Names.Tables;

namespace Blacklist.Domain.OrganizationNames;

/// <summary>The parts of an organization's name: for whom or where it claims to be, what it is about, what kind of body it is.</summary>
internal sealed class OrganizationNameAnatomy
{
    private const int LongestPlace = 8;

    private static readonly string[] WideScopes = Words("wide-scopes");
    private static readonly string[] Provinces = Words("provinces");
    private static readonly Dictionary<string, string> ShortNames = NameTable.Lines("organizations/provinces").ToDictionary(line => line[1], line => line[0]);
    private static readonly string[] Forms = Words("forms");
    private static readonly string[] Fillers = Words("fillers");

    public OrganizationNameAnatomy(string normal)
    {
        var rest = normal;
        while (WideScopes.FirstOrDefault(word => Begins(rest, word)) is { } wide)
        {
            IsWide = true;
            rest = rest[wide.Length..];
        }

        var places = "";
        for (var length = PlaceLength(rest); length > 0; length = PlaceLength(rest))
        {
            places += ShortNames.GetValueOrDefault(rest[..length], rest[..length]);
            rest = rest[length..];
        }

        Scope = normal[..^rest.Length];
        Claim = IsWide ? WideScopes[0] : places;
        Form = Forms.FirstOrDefault(word => rest.Length > word.Length && rest.EndsWith(word, StringComparison.Ordinal)) ?? "";
        Subject = rest[..^Form.Length];
        Core = WithoutFillers(Subject);
    }

    /// <summary>The claim of the name's beginning: 中国, 国际, or a place.</summary>
    public string Scope { get; }

    /// <summary>The scope claims the whole country or more; such words are exchanged for each other.</summary>
    public bool IsWide { get; }

    /// <summary>The scope, with one word for all that are wide and the short name of a province: only names of one claim imitate each other.</summary>
    public string Claim { get; }

    /// <summary>Between scope and form.</summary>
    public string Subject { get; }

    /// <summary>The subject without the words that are put in to make another name of it.</summary>
    public string Core { get; }

    /// <summary>协会, 学会, 基金会 …</summary>
    public string Form { get; }

    private static string WithoutFillers(string subject)
    {
        var core = subject;
        foreach (var filler in Fillers)
        {
            var without = core.Replace(filler, "", StringComparison.Ordinal);
            core = without.Length > 0 ? without : core;
        }

        return core;
    }

    // 内蒙古自治区, 鄂尔多斯市, 东胜区: up to the word that ends a place, or a province without it.
    private static int PlaceLength(string rest)
    {
        for (var length = 2; length <= Math.Min(LongestPlace, rest.Length - 2); length++)
        {
            if (rest[length - 1] is '省' or '市' or '县' or '旗' or '州' or '盟' || (rest[length - 1] == '区' && rest[length] != '块'))
                return length;
        }

        return Provinces.FirstOrDefault(word => Begins(rest, word))?.Length ?? 0;
    }

    private static bool Begins(string text, string word) => text.Length > word.Length + 1 && text.StartsWith(word, StringComparison.Ordinal);

    // The longest first, so that a word inside another does not win.
    private static string[] Words(string table) =>
        [.. NameTable.Lines($"organizations/{table}").SelectMany(line => line).OrderByDescending(word => word.Length)];
}
