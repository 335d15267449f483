using Blacklist.Tests.Benchmarks.Load;
using Blacklist.Tests.Benchmarks.Registers;

namespace Blacklist.Tests.Benchmarks.Checks;

/// <summary>What was measured, as Markdown on the console.</summary>
internal static class CheckTable
{
    private const double Quiet = 0.04;

    public static void Head(IReadOnlyList<ServedRegister> registers)
    {
        Console.WriteLine($"{Machine.Describe()}; callers: {LoadGenerator.Name}");
        Console.WriteLine();
        Console.WriteLine("| listings | ready after s | MB when ready | first answer ms | answer bytes |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: |");
        foreach (var register in registers)
        {
            Console.WriteLine($"| {register.Listings:N0} | {register.ReadyAfter.TotalSeconds:0.0} | {register.MegabytesWhenReady:N0} | {register.FirstAnswerMilliseconds:0} | {register.AnswerBytes:N0} |");
        }

        Console.WriteLine();
        Console.WriteLine($"Ours: with a token, {(registers[0].GivesReceipts ? "with" : "without")} a receipt, recorded; there is no way to ask without a token. {registers[0].Listings:N0} listings where none are named.");
        Console.WriteLine();
        Console.WriteLine("| connections | way | to constant | by CPU | to plain Npgsql | p99 to constant's | requests/s | p50 ms | p99 | p99.9 | CPU µs: service | PostgreSQL | callers | MB | errors |");
        Console.WriteLine("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    }

    public static void Rows(IReadOnlyList<Measured> ways)
    {
        var npgsql = ways.FirstOrDefault(way => way.Way.Name == Way.Npgsql);
        foreach (var one in ways)
        {
            Console.WriteLine(
                $"| {one.Connections} | {one.Way.Name} | {one.ToConstant:0.000} | {one.ByCpu:0.000} | {Times(one, npgsql)} | {one.P99ToConstant:0.00} | {one.PerSecond:N0} "
                + $"| {one.Of(round => round.Own.Answered.P50):0.00} | {one.Of(round => round.Own.Answered.P99):0.00} | {one.Of(round => round.Own.Answered.P999):0.00} "
                + $"| {one.Of(round => round.Own.Service):0} | {one.Of(round => round.Own.PostgreSql):0} | {one.Of(round => round.Own.Callers):0} "
                + $"| {one.Of(round => round.Own.Megabytes):N0} | {one.Errors} |");
        }
    }

    /// <summary>Whether the figures can be trusted.</summary>
    public static void Noise(IReadOnlyList<Measured> ways)
    {
        var others = ways.SelectMany(way => way.Rounds).Select(round => round.Own.Others).Where(double.IsFinite).Order().ToArray();
        if (others.Length > 0)
        {
            Console.WriteLine();
            Console.WriteLine(
                $"Other work took {Median.Of(others):P0} of the machine (most in one window: {others[^1]:P0}): "
                + (Median.Of(others) <= Quiet ? "quiet." : "NOISY, measure again on a quiet machine."));
        }
    }

    private static string Times(Measured one, Measured? other) => other is null || one.Way.Name == Way.Constant ? "" : $"{one.Times(other):0.0}";
}
