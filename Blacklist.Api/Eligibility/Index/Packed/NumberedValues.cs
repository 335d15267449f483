using System.Runtime.InteropServices;

namespace Blacklist.Api.Eligibility.Index.Packed;

/// <summary>Different values in the order in which they came.</summary>
internal sealed class NumberedValues<T>
    where T : notnull, IEquatable<T>
{
    private readonly Dictionary<T, int> _places = [];
    private readonly List<T> _all = [];

    private int _last; // often it comes again

    public IReadOnlyList<T> All => _all;

    public int PlaceOf(T value)
    {
        if (_all.Count > 0 && value.Equals(_all[_last]))
        {
            return _last;
        }

        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, value, out var known);
        if (!known)
        {
            place = _all.Count;
            _all.Add(value);
        }

        return _last = place;
    }
}
