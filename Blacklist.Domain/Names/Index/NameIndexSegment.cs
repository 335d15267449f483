using System.Collections.Immutable;

namespace Blacklist.Domain.Names.Index;

/// <summary>Names that never change place, and one sorted array of (key, place) that finds them.</summary>
internal sealed class NameIndexSegment
{
    private readonly (int Handle, string Normal)[] names;
    private readonly ulong[] postings;
    private readonly ImmutableHashSet<int> removed;

    private NameIndexSegment((int Handle, string Normal)[] names, ulong[] postings, ImmutableHashSet<int> removed) =>
        (this.names, this.postings, this.removed) = (names, postings, removed);

    public int Count => names.Length;

    public static NameIndexSegment Of(IEnumerable<(int Handle, string Normal)> entries)
    {
        (int Handle, string Normal)[] stored = [.. entries];
        var found = new List<ulong>(stored.Length * 7);
        HashSet<uint> keys = [];
        foreach (var (place, (_, normal)) in stored.Index())
        {
            var name = new NameKeys(normal);
            keys.Clear();
            keys.Add(NameIndexKeys.Compact(name));
            NameIndexKeys.AddWhole(name, keys, sought: false);
            NameIndexKeys.AddBlanked(name, keys);
            foreach (var key in keys)
                found.Add((ulong)key << 32 | (uint)place);
        }

        var sorted = found.ToArray();
        Array.Sort(sorted);
        return new NameIndexSegment(stored, sorted, []);
    }

    /// <summary>Both segments in one, without the removed names.</summary>
    public NameIndexSegment MergedWith(NameIndexSegment later)
    {
        var kept = new (int, string)[names.Length - removed.Count + later.names.Length - later.removed.Count];
        var first = Renumber(kept, 0);
        var second = later.Renumber(kept, names.Length - removed.Count);
        var merged = new ulong[first.Length + second.Length];
        for (int i = 0, j = 0; i + j < merged.Length;)
            merged[i + j] = j == second.Length || (i < first.Length && first[i] < second[j]) ? first[i++] : second[j++];
        return new NameIndexSegment(kept, merged, []);
    }

    /// <summary>This segment without one name, or itself when the name is not here.</summary>
    public NameIndexSegment Without(int handle, string normal)
    {
        foreach (var place in Places(NameIndexKeys.Compact(new NameKeys(normal))))
        {
            if (names[place] == (handle, normal) && !removed.Contains(place))
                return new NameIndexSegment(names, postings, removed.Add(place));
        }

        return this;
    }

    /// <summary>Places stored under a key; some by chance.</summary>
    public void Collect(uint key, HashSet<int> places)
    {
        foreach (var place in Places(key))
        {
            if (removed.IsEmpty || !removed.Contains(place))
                places.Add(place);
        }
    }

    public (int Handle, string Normal) this[int place] => names[place];

    private IEnumerable<int> Places(uint key)
    {
        var at = Array.BinarySearch(postings, (ulong)key << 32);
        for (at = at < 0 ? ~at : at; at < postings.Length && (uint)(postings[at] >> 32) == key; at++)
            yield return (int)(uint)postings[at];
    }

    private ulong[] Renumber((int, string)[] into, int next)
    {
        var places = new int[names.Length];
        for (var place = 0; place < names.Length; place++)
        {
            places[place] = removed.Contains(place) ? -1 : next;
            if (places[place] >= 0)
                into[next++] = names[place];
        }

        var renumbered = new List<ulong>(postings.Length);
        foreach (var posting in postings)
        {
            if (places[(int)(uint)posting] is var place and >= 0)
                renumbered.Add(posting >> 32 << 32 | (uint)place);
        }

        return [.. renumbered];
    }
}
