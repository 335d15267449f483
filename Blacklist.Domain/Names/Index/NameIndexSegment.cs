using System.Collections.Immutable;

namespace Blacklist.Domain.Names.Index;

/// <summary>Packed names with the handles of their bearers.</summary>
internal sealed class NameIndexSegment
{
    private readonly PackedNames _names;

    // The bearers of name i are _handles[_from[i].._from[i + 1]].
    private readonly int[] _from;
    private readonly int[] _handles;
    private readonly ImmutableHashSet<int> _removed;

    private NameIndexSegment(PackedNames names, int[] from, int[] handles, ImmutableHashSet<int> removed) =>
        (_names, _from, _handles, _removed) = (names, from, handles, removed);

    /// <summary>How many bearers there are.</summary>
    public int Count => _handles.Length - _removed.Count;

    private IEnumerable<(int Handle, string Normal)> Entries =>
        from name in Enumerable.Range(0, _names.Count)
        let normal = _names[name].ToString()
        from handle in HandlesOf(name)
        select (handle, normal);

    public static NameIndexSegment Of(IEnumerable<(int Handle, string Normal)> entries)
    {
        var byName = entries.GroupBy(entry => entry.Normal, entry => entry.Handle).ToArray();
        var from = new int[byName.Length + 1];
        var handles = new List<int>(byName.Length);
        for (var i = 0; i < byName.Length; i++)
        {
            handles.AddRange(byName[i]);
            from[i + 1] = handles.Count;
        }

        return new NameIndexSegment(new PackedNames([.. byName.Select(bearers => bearers.Key)]), from, [.. handles], []);
    }

    public NameIndexSegment MergedWith(NameIndexSegment later) => Of(Entries.Concat(later.Entries));

    /// <summary>This segment without one bearer of a name, or itself when there is none here.</summary>
    public NameIndexSegment Without(int handle, string normal)
    {
        foreach (var name in _names.Under(NameIndexKeys.Compact(new NameKeys(normal))))
        {
            for (var at = _from[name]; at < _from[name + 1] && _names[name].SequenceEqual(normal); at++)
            {
                if (_handles[at] == handle && !_removed.Contains(at))
                    return new NameIndexSegment(_names, _from, _handles, _removed.Add(at));
            }
        }

        return this;
    }

    public void Find(SoughtName sought, List<NameCandidate> found)
    {
        List<NearName> near = [];
        _names.Find(sought, near);
        foreach (var (name, grade) in near)
            found.AddRange(HandlesOf(name).Select(handle => new NameCandidate(handle, grade)));
    }

    private IEnumerable<int> HandlesOf(int name)
    {
        for (var at = _from[name]; at < _from[name + 1]; at++)
        {
            if (_removed.IsEmpty || !_removed.Contains(at))
                yield return _handles[at];
        }
    }
}
