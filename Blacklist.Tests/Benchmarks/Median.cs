namespace Blacklist.Tests.Benchmarks;

internal static class Median
{
    /// <summary>NaN of nothing.</summary>
    public static double Of(IEnumerable<double> values)
    {
        var sorted = values.Where(double.IsFinite).Order().ToArray();
        return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The value that a share of the sorted ones does not exceed.</summary>
    public static double Percentile(this double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}
