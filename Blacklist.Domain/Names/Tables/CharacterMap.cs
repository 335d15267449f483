using System.Collections.Frozen;
using System.Text;

namespace Blacklist.Domain.Names.Tables;

/// <summary>Characters that become another; one look-up in an array for nearly all of them.</summary>
internal sealed class CharacterMap
{
    private readonly char[] _basic = new char[char.MaxValue + 1];
    private readonly FrozenDictionary<int, int> _others;

    public CharacterMap(IEnumerable<(Rune From, Rune To)> pairs)
    {
        var beyond = new Dictionary<int, int>();
        foreach (var (from, to) in pairs)
        {
            if (from.IsBmp && to.IsBmp)
                _basic[from.Value] = (char)to.Value;
            else
                beyond[from.Value] = to.Value;
        }

        _others = beyond.ToFrozenDictionary();
    }

    public Rune this[Rune rune] =>
        rune.IsBmp && _basic[rune.Value] != 0 ? new Rune(_basic[rune.Value])
        : _others.TryGetValue(rune.Value, out var to) ? new Rune(to)
        : rune;
}
