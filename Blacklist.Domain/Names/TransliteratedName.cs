namespace Blacklist.Domain.Names;

/// <summary>A name of another language in Chinese characters, spelt one way for all its spellings.</summary>
internal sealed class TransliteratedName
{
    public TransliteratedName(NameKeys name)
    {
        Parts = new string[name.Parts.Length];
        var known = 0;
        for (var i = 0; i < Parts.Length; i++)
        {
            Parts[i] = Spellings.Key(name.Parts[i], out var inPart);
            known += inPart;
        }

        Whole = name.HasParts ? Spellings.Key(name.Compact, out _) : Parts[0];
        IsForeign = name.HasParts || known * 2 >= name.Compact.Length;
        WithoutClan = Bare(name);
    }

    public string[] Parts { get; }

    public string Whole { get; }

    /// <summary>It has parts, or at least half of it is known elements of such names.</summary>
    public bool IsForeign { get; }

    /// <summary>The rest when the name begins with a clan or its initial, else null.</summary>
    public string? WithoutClan { get; }

    // Without a separator only before a name made of known elements: 包巴特尔, not 包青天.
    private static string? Bare(NameKeys name)
    {
        if (name.HasParts)
            return Spellings.IsClan(name.Parts[0]) ? Spellings.Key(string.Concat(name.Parts[1..]), out _) : null;
        if (name.Compact.Length < 3 || !Spellings.IsClan(name.Compact[..1]))
            return null;
        var rest = name.Compact.AsSpan(1);
        var key = Spellings.Key(rest, out var known);
        return known == rest.Length ? key : null;
    }
}
