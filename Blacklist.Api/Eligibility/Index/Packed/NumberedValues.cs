using System.Runtime.InteropServices;

namespace Blacklist.Api.Eligibility.Index.Packed;

/// <summary>Different values in the order in which they came.</summary>
internal sealed class NumberedValues<T>
    where T : notnull
{
    private readonly Dictionary<T, int> _places = [];
    private readonly List<T> _all = [];

    public IReadOnlyList<T> All => _all;

    public int PlaceOf(T value)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, value, out var known);
        if (!known)
        {
            place = _all.Count;
            _all.Add(value);
        }

        return place;
    }
}
