using System.Numerics;

namespace Blacklist.Domain.Names.Index;

/// <summary>
/// Under which keys names are stored, in about six bytes each: names whose keys begin alike lie together, and a byte of the key beside
/// each leaves one stranger in 256.
/// </summary>
internal sealed class NamePostings
{
    private const int MostBits = 24; // the byte that is kept is none of these
    private const int NamesTogether = 2;

    private readonly int _shift;
    private readonly int[] _from;
    private readonly int[] _names;
    private readonly byte[] _rests;

    public NamePostings(List<(uint Key, int Name)> postings)
    {
        var bits = Math.Clamp(BitOperations.Log2((uint)Math.Max(1, postings.Count / NamesTogether)), 1, MostBits);
        _shift = 32 - bits;
        _from = new int[(1 << bits) + 1];
        _names = new int[postings.Count];
        _rests = new byte[postings.Count];
        foreach (var (key, _) in postings)
            _from[(key >> _shift) + 1]++;
        for (var place = 1; place < _from.Length; place++)
            _from[place] += _from[place - 1];
        Place(postings);
    }

    /// <summary>Names stored under the key; some by chance.</summary>
    public void Under(uint key, List<int> names)
    {
        var place = key >> _shift;
        for (var at = _from[place]; at < _from[place + 1]; at++)
        {
            if (_rests[at] == (byte)key)
                names.Add(_names[at]);
        }
    }

    private void Place(List<(uint Key, int Name)> postings)
    {
        var next = _from.AsSpan(0, _from.Length - 1).ToArray();
        foreach (var (key, name) in postings)
        {
            var at = next[key >> _shift]++;
            _names[at] = name;
            _rests[at] = (byte)key;
        }
    }
}
