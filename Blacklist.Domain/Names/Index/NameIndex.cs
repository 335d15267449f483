using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Blacklist.Domain.Names.Index;

/// <summary>A listed name near the one sought.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct NameCandidate(int Handle, NameGrade Grade);

/// <summary>
/// Finds the listed names near a given one; the cost grows with the candidates found, not with the register. Immutable: a change gives a
/// new index that shares what did not change, so readers need no lock. Small segments are merged as they grow alike.
/// </summary>
public sealed class NameIndex
{
    private readonly ImmutableArray<NameIndexSegment> _segments;

    private NameIndex(ImmutableArray<NameIndexSegment> segments) => _segments = segments;

    public static NameIndex Empty { get; } = new([]);

    /// <summary>A handle may come with several names: former names and aliases.</summary>
    public static NameIndex Of(IEnumerable<(int Handle, PersonName Name)> names) =>
        new([NameIndexSegment.Of(names.Select(entry => (entry.Handle, entry.Name.Normal)))]);

    /// <summary>The keys a listed name is stored under: a near name is sought under at least one of them.</summary>
    public static IReadOnlyCollection<uint> StoredKeys(PersonName name)
    {
        HashSet<uint> keys = [];
        NameIndexKeys.AddStored(new NameKeys(name.Normal), keys);
        return keys;
    }

    /// <summary>The keys under which every listed name near this one is stored, and others.</summary>
    public static IReadOnlyCollection<uint> SoughtKeys(PersonName name)
    {
        HashSet<uint> keys = [];
        NameIndexKeys.AddSought(new NameKeys(name.Normal), NameGrade.OrderSwapped, keys);
        return keys;
    }

    public NameIndex With(int handle, PersonName name)
    {
        var newest = NameIndexSegment.Of([(handle, name.Normal)]);
        var older = _segments;
        while (!older.IsEmpty && older[^1].Count <= newest.Count * 2)
        {
            newest = older[^1].MergedWith(newest);
            older = older.RemoveAt(older.Length - 1);
        }

        return new NameIndex(older.Add(newest));
    }

    /// <summary>Without one entry of this handle and name; nothing changes when there is none.</summary>
    public NameIndex Without(int handle, PersonName name)
    {
        for (var i = _segments.Length - 1; i >= 0; i--)
        {
            var smaller = _segments[i].Without(handle, name.Normal);
            if (!ReferenceEquals(smaller, _segments[i]))
                return new NameIndex(_segments.SetItem(i, smaller));
        }

        return this;
    }

    /// <summary>Every listed name of a grade better than <see cref="NameGrade.Different"/>, or up to a given grade; nearest first.</summary>
    public IReadOnlyList<NameCandidate> Find(PersonName given, NameGrade weakest = NameGrade.OrderSwapped)
    {
        var sought = new SoughtName(given, weakest);
        List<NameCandidate> found = [];
        foreach (var segment in _segments)
            segment.Find(sought, found);
        found.Sort((one, other) => (one.Grade, one.Handle).CompareTo((other.Grade, other.Handle)));
        return found;
    }
}
