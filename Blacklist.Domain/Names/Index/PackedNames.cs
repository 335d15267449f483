using System.Runtime.InteropServices;

namespace Blacklist.Domain.Names.Index;

/// <summary>One of the packed names, and how near it is to the one sought.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct NearName(int Name, NameGrade Grade);

/// <summary>Different names in flat arrays, each known by its place and found by any name near it. Immutable.</summary>
public sealed class PackedNames
{
    private readonly PackedTexts _texts;
    private readonly NamePostings _postings;

    /// <param name="normals">Normal forms, no two the same.</param>
    public PackedNames(IReadOnlyList<string> normals)
    {
        _texts = new PackedTexts(normals);
        var postings = new List<(uint Key, int Name)>(normals.Count * 7);
        HashSet<uint> keys = [];
        for (var name = 0; name < normals.Count; name++)
        {
            keys.Clear();
            NameIndexKeys.AddStored(new NameKeys(normals[name]), keys);
            foreach (var key in keys)
                postings.Add((key, name));
        }

        _postings = new NamePostings(postings);
    }

    public int Count => _texts.Count;

    /// <summary>The normal form.</summary>
    public ReadOnlySpan<char> this[int name] => _texts[name];

    /// <summary>Every name up to a grade, in no order.</summary>
    /// <param name="counts">Whether a name is worth comparing: that costs more than finding it.</param>
    public IReadOnlyList<NearName> Find(PersonName given, NameGrade weakest, Func<int, bool>? counts = null)
    {
        List<NearName> found = [];
        if (Count > 0)
            Find(new SoughtName(given, weakest), found, counts);
        return found;
    }

    internal void Find(SoughtName sought, List<NearName> found, Func<int, bool>? counts = null)
    {
        HashSet<int>? seen = null;
        List<int> stored = [];
        foreach (var key in sought.Keys)
        {
            stored.Clear();
            _postings.Under(key, stored);
            foreach (var name in stored)
            {
                if ((seen ??= []).Add(name) && counts?.Invoke(name) != false && sought.GradeOf(_texts[name]) is var grade && grade <= sought.Weakest)
                    found.Add(new NearName(name, grade));
            }
        }
    }

    internal IEnumerable<int> Under(uint key)
    {
        List<int> stored = [];
        _postings.Under(key, stored);
        return stored;
    }
}

/// <summary>A name that is looked for: its keys are worked out once.</summary>
internal sealed class SoughtName
{
    private readonly string _normal;
    private readonly NameKeys _name;

    public SoughtName(PersonName given, NameGrade weakest)
    {
        (_normal, _name, Weakest) = (given.Normal, new NameKeys(given.Normal), weakest);
        NameIndexKeys.AddSought(_name, weakest, Keys);
    }

    public NameGrade Weakest { get; }

    public HashSet<uint> Keys { get; } = [];

    public NameGrade GradeOf(ReadOnlySpan<char> listed) =>
        listed.SequenceEqual(_normal) ? NameGrade.Same : NameComparison.Compare(_normal, _name, listed.ToString()).Grade;
}
