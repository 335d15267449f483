namespace Blacklist.Tests.Benchmarks.Checks;

/// <summary>A way at a number of connections: its windows, and beside each what the constant answer did just before and just after it.</summary>
internal sealed record Measured(Way Way, int Connections, IReadOnlyList<(Window Own, Window Before, Window After)> Rounds)
{
    public double PerSecond => Of(round => round.Own.Answered.PerSecond);

    /// <summary>Of each round by itself: what the machine did meanwhile hit both alike.</summary>
    public double ToConstant => Median.Of(Ratios);

    /// <summary>What the first ratio would be if CPU time alone decided: it hardly suffers from other work on the machine.</summary>
    public double ByCpu => Of(round => (round.Before.Cpu + round.After.Cpu) / 2 / round.Own.Cpu);

    public double P99ToConstant => Of(round => 2 * round.Own.Answered.P99 / (round.Before.Answered.P99 + round.After.Answered.P99));

    public long Errors => Rounds.Sum(round => round.Own.Answered.Errors);

    public IReadOnlyList<double> Ratios =>
        [.. Rounds.Select(round => 2 * round.Own.Answered.PerSecond / (round.Before.Answered.PerSecond + round.After.Answered.PerSecond))];

    public double Of(Func<(Window Own, Window Before, Window After), double> value) => Median.Of(Rounds.Select(value));

    /// <summary>How many times as many requests a second as the other, round by round; NaN when the other was not measured.</summary>
    public double Times(Measured? other) => other is null ? double.NaN : Median.Of(Ratios.Zip(other.Ratios, (own, peer) => own / peer));
}
