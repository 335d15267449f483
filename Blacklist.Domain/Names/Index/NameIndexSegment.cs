using System.Collections.Immutable;

namespace Blacklist.Domain.Names.Index;

/// <summary>Different names with the handles of their bearers, and one sorted array of (key, name) that finds them.</summary>
internal sealed class NameIndexSegment
{
    private readonly string[] _names;
    private readonly ulong[] _postings;

    // The bearers of name i are _handles[_from[i].._from[i + 1]].
    private readonly int[] _from;
    private readonly int[] _handles;
    private readonly ImmutableHashSet<int> _removed;

    private NameIndexSegment(string[] names, ulong[] postings, int[] from, int[] handles, ImmutableHashSet<int> removed) =>
        (_names, _postings, _from, _handles, _removed) = (names, postings, from, handles, removed);

    /// <summary>How many bearers there are.</summary>
    public int Count => _handles.Length - _removed.Count;

    private IEnumerable<(int Handle, string Normal)> Entries =>
        from name in Enumerable.Range(0, _names.Length)
        from handle in HandlesOf(name)
        select (handle, _names[name]);

    public static NameIndexSegment Of(IEnumerable<(int Handle, string Normal)> entries)
    {
        var byName = entries.GroupBy(entry => entry.Normal, entry => entry.Handle).ToArray();
        var names = new string[byName.Length];
        var from = new int[byName.Length + 1];
        var handles = new List<int>(byName.Length);
        var postings = new List<ulong>(byName.Length * 7);
        HashSet<uint> keys = [];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = byName[i].Key;
            handles.AddRange(byName[i]);
            from[i + 1] = handles.Count;
            keys.Clear();
            NameIndexKeys.AddStored(new NameKeys(names[i]), keys);
            foreach (var key in keys)
                postings.Add((ulong)key << 32 | (uint)i);
        }

        var sorted = postings.ToArray();
        Array.Sort(sorted);
        return new NameIndexSegment(names, sorted, from, [.. handles], []);
    }

    public NameIndexSegment MergedWith(NameIndexSegment later) => Of(Entries.Concat(later.Entries));

    /// <summary>This segment without one bearer of a name, or itself when there is none here.</summary>
    public NameIndexSegment Without(int handle, string normal)
    {
        foreach (var name in NamesUnder(NameIndexKeys.Compact(new NameKeys(normal))))
        {
            for (var at = _from[name]; at < _from[name + 1] && _names[name] == normal; at++)
            {
                if (_handles[at] == handle && !_removed.Contains(at))
                    return new NameIndexSegment(_names, _postings, _from, _handles, _removed.Add(at));
            }
        }

        return this;
    }

    /// <summary>Names stored under a key; some by chance.</summary>
    public IEnumerable<int> NamesUnder(uint key)
    {
        var at = Array.BinarySearch(_postings, (ulong)key << 32);
        for (at = at < 0 ? ~at : at; at < _postings.Length && (uint)(_postings[at] >> 32) == key; at++)
            yield return (int)(uint)_postings[at];
    }

    public string NameAt(int name) => _names[name];

    public IEnumerable<int> HandlesOf(int name)
    {
        for (var at = _from[name]; at < _from[name + 1]; at++)
        {
            if (_removed.IsEmpty || !_removed.Contains(at))
                yield return _handles[at];
        }
    }
}
