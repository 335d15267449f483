namespace Blacklist.Api.Demo;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014): the same numbers on every machine
/// and every runtime, which System.Random does not promise. For invented data only.
/// </summary>
internal struct SplitMix64(ulong seed)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong _state = seed;

    /// <summary>An independent sequence for each index of one seed.</summary>
    public static SplitMix64 At(ulong seed, int index)
    {
        var start = new SplitMix64(seed ^ (Golden * (ulong)(index + 1L)));
        return new SplitMix64(start.Next());
    }

    public ulong Next()
    {
        _state += Golden;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 to below the bound (multiply-shift; the bias is below 2⁻³²).</summary>
    public int Next(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);
}
