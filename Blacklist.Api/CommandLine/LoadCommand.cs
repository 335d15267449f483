using System.Diagnostics;
using System.Globalization;
using Blacklist.Api.Demo;
using Blacklist.Api.Imports;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.CommandLine;

/// <summary>Fills a register with invented persons, to try and to measure it at its real size.</summary>
internal static class LoadCommand
{
    public const ulong Seed = 20261121;

    private const int TellEvery = 50_000;

    public static async Task<int> Run(string[] words)
    {
        var options = new Options("load", words, ["--listings"], []);
        if (!int.TryParse(options["--listings"], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is 0 or > SyntheticPersons.Capacity)
        {
            throw options.Problem($"--listings takes a number from 1 to {SyntheticPersons.Capacity}");
        }

        await using var app = await RegistryApp.Build([]);
        var cases = new SyntheticCases(new SyntheticPersons(NameTables.Read(), Seed)).List(count);
        await Load(app.Services.GetRequiredService<CaseImport>(), cases, System.Console.Out);
        return 0;
    }

    /// <returns>Listings brought into force per second.</returns>
    public static async Task<double> Load(CaseImport import, IEnumerable<ImportedCase> cases, TextWriter told)
    {
        var watch = Stopwatch.StartNew();
        var stored = 0;
        var refused = await import.Record(cases, new ClerkId("load"), added =>
        {
            var now = Interlocked.Add(ref stored, added);
            if (now / TellEvery > (now - added) / TellEvery)
            {
                told.WriteLine($"{now,9:N0} listings in force, {now / watch.Elapsed.TotalSeconds:N0} a second");
            }
        });
        if (refused is [var first, ..])
        {
            throw new InvalidOperationException($"{refused.Count} invented cases were refused, the first as {first.Refusal.Code}.");
        }

        var rate = stored / watch.Elapsed.TotalSeconds;
        await told.WriteLineAsync($"{stored,9:N0} listings in force in {watch.Elapsed.TotalSeconds:0.0} s, {rate:N0} a second");
        return rate;
    }
}
