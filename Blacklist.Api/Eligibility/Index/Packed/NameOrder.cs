using Blacklist.Domain.Names.Index;

namespace Blacklist.Api.Eligibility.Index.Packed;

/// <summary>Puts rows in the order of their names, each name's in the order of their numbers.</summary>
/// <param name="normals">Every name there is; those without rows are left out.</param>
internal sealed class NameOrder(IReadOnlyList<string> normals)
{
    private readonly int[] _places = new int[normals.Count]; // 0 before the name comes
    private readonly List<string> _names = [];
    private readonly List<(int Row, int Name)> _rows = [];

    /// <summary>The rows of name i begin at From[i].</summary>
    public int[] From { get; private set; } = [];

    public void Add(int row, int name)
    {
        if (_places[name] == 0)
        {
            _names.Add(normals[name]);
            _places[name] = _names.Count;
        }

        _rows.Add((row, _places[name] - 1));
    }

    public PackedNames Names() => new(_names);

    public int[] Rows(Func<int, ulong> numberOf)
    {
        From = new int[_names.Count + 1];
        foreach (var (_, name) in _rows)
        {
            From[name + 1]++;
        }

        for (var name = 1; name < From.Length; name++)
        {
            From[name] += From[name - 1];
        }

        var (next, ordered, numbers) = (From.ToArray(), new int[_rows.Count], new ulong[_rows.Count]);
        foreach (var (row, name) in _rows)
        {
            numbers[next[name]] = numberOf(row);
            ordered[next[name]++] = row;
        }

        for (var name = 0; name < _names.Count; name++)
        {
            Array.Sort(numbers, ordered, From[name], From[name + 1] - From[name]);
        }

        return ordered;
    }
}
