namespace Blacklist.Domain.Names.Index;

/// <summary>Many short texts in two arrays; a text is known by its place.</summary>
public sealed class PackedTexts
{
    private readonly char[] _characters;

    // Text i ends before _ends[i], and there the next one begins.
    private readonly int[] _ends;

    public PackedTexts(IReadOnlyList<string> texts)
    {
        _ends = new int[texts.Count];
        _characters = new char[texts.Sum(text => text.Length)];
        var end = 0;
        for (var place = 0; place < texts.Count; place++)
        {
            texts[place].CopyTo(_characters.AsSpan(end));
            _ends[place] = end += texts[place].Length;
        }
    }

    public int Count => _ends.Length;

    public ReadOnlySpan<char> this[int place] => _characters.AsSpan((place == 0 ? 0 : _ends[place - 1]).._ends[place]);
}
