using System.Globalization;
using Blacklist.Api.CommandLine;

namespace Blacklist.Tests.Benchmarks.Checks;

/// <param name="Listings">The first is the register that peers and all kinds of questions are measured on; the others are asked beside it.</param>
/// <param name="Seconds">Of one window of load.</param>
/// <param name="Only">Ways whose name contains one of these; empty for all.</param>
internal sealed record CheckPlan(int[] Listings, int[] Connections, int Rounds, int Seconds, int WarmUp, string[] Only)
{
    public static CheckPlan Read(string command, string[] words)
    {
        var options = new Options(command, words, ["--listings", "--connections", "--rounds", "--seconds", "--warm-up", "--only"], []);
        return new CheckPlan(
            Numbers("--listings", [1_000, 100_000]), Numbers("--connections", [1, 16, 64, 256]), Numbers("--rounds", [3])[0], Numbers("--seconds", [3])[0],
            Numbers("--warm-up", [15])[0], options.List("--only"));

        int[] Numbers(string name, int[] otherwise) =>
            options.Has(name) ? [.. options.List(name).Select(text => int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))] : otherwise;
    }

    public bool Wants(string way) => Only.Length == 0 || Only.Any(part => way.Contains(part, StringComparison.OrdinalIgnoreCase));
}
