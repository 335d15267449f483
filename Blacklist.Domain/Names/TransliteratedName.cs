namespace Blacklist.Domain.Names;

/// <summary>A name of another language in Chinese characters, spelt one way for all its spellings.</summary>
internal sealed class TransliteratedName
{
    public TransliteratedName(NameKeys name)
    {
        Parts = [.. name.Parts.Select(part => Spellings.Key(part))];
        Whole = name.HasParts ? Spellings.Key(name.Compact) : Parts[0];
        WithoutClan = Bare(name);
    }

    public string[] Parts { get; }

    public string Whole { get; }

    /// <summary>The rest when the name begins with a clan or its initial, else null.</summary>
    public string? WithoutClan { get; }

    // Without a separator only before a name made of known elements: 包巴特尔, not 包青天.
    private static string? Bare(NameKeys name)
    {
        if (name.HasParts)
            return Spellings.IsClan(name.Parts[0]) ? Spellings.Key(string.Concat(name.Parts[1..])) : null;
        if (name.Compact.Length < 3 || !Spellings.IsClan(name.Compact[..1]))
            return null;
        var rest = name.Compact.AsSpan(1);
        return Spellings.KnownIn(rest) == rest.Length ? Spellings.Key(rest) : null;
    }
}
