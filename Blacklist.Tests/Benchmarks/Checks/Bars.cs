namespace Blacklist.Tests.Benchmarks.Checks;

/// <summary>What the check must reach, beside what it reached; what was not measured is left out.</summary>
internal static class Bars
{
    public static void Write(IReadOnlyList<Measured> measured)
    {
        Console.WriteLine();
        Console.WriteLine("| bar | wanted | measured | |");
        Console.WriteLine("| --- | ---: | ---: | --- |");
        AtLeast("of the constant answer, 64 connections", 0.40, Ours(64)?.ToConstant);
        AtLeast("of the constant answer, 256 connections", 0.50, Ours(256)?.ToConstant);
        AtLeast("times plain Npgsql, 64 connections", 5, Ours(64)?.Times(Find(Way.Npgsql, 64)));
        AtLeast("times Dapper, 64 connections", 6, Ours(64)?.Times(Find(Way.Dapper, 64)));
        AtLeast("times EF Core, 64 connections", 10, Ours(64)?.Times(Find(Way.EfCore, 64)));
        AtMost("times the constant answer's p99, 64 connections", 2.5, Ours(64)?.P99ToConstant);
        AtMost("times the constant answer's p99, 256 connections", 2.5, Ours(256)?.P99ToConstant);
        AtMost("ms p50, 1 connection", 1.5, Ours(1)?.Of(round => round.Own.Answered.P50));
        AtMost("checks of one that a check of ten costs", 3, Ours(64)?.Times(Find(Way.Ten, 64)));
        AtLeast("of the throughput of many, asking for one restricted person", 0.9, Find(Way.Hot, 64)?.Times(Ours(64)));
        foreach (var larger in measured.Where(one => one.Connections == 64 && one.Way.Name.EndsWith("listings", StringComparison.Ordinal)))
        {
            AtLeast($"of the throughput of the smallest register: {larger.Way.Name}", 0.9, larger.Times(Ours(64)));
        }

        Measured? Ours(int connections) => Find(Way.Ours, connections);
        Measured? Find(string way, int connections) => measured.FirstOrDefault(one => one.Way.Name == way && one.Connections == connections);
    }

    public static void AtLeast(string bar, double wanted, double? measured) => Write(bar, "≥", wanted, measured, measured >= wanted);

    public static void AtMost(string bar, double wanted, double? measured) => Write(bar, "≤", wanted, measured, measured <= wanted);

    private static void Write(string bar, string sign, double wanted, double? measured, bool holds)
    {
        if (measured is { } value && double.IsFinite(value))
        {
            Console.WriteLine($"| {bar} | {sign} {wanted:0.##} | {value:0.00} | {(holds ? "" : "MISSED")} |");
        }
    }
}
