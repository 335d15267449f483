using System.Diagnostics;
using System.Globalization;
using Blacklist.Api.Hosting;
using Blacklist.Api.Imports;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Demo;

/// <summary><c>load --listings N</c>: fills a register with invented persons, to try and to measure it at its real size.</summary>
internal static class LoadListings
{
    public const ulong Seed = 20261121;

    private const int TellEvery = 50_000;

    /// <param name="args">What follows <c>load</c>.</param>
    public static async Task<int> Run(string[] args)
    {
        if (args is not ["--listings", var text, .. var rest]
            || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is 0 or > SyntheticPersons.Capacity)
        {
            throw new StartProblem($"Say how many: load --listings N, with N from 1 to {SyntheticPersons.Capacity}.");
        }

        await using var app = await RegistryApp.Build(rest);
        var cases = new SyntheticCases(new SyntheticPersons(NameTables.Read(), Seed)).List(count);
        await Load(app.Services.GetRequiredService<CaseImport>(), cases, Console.Out);
        return 0;
    }

    /// <returns>Listings in force per second.</returns>
    public static async Task<double> Load(CaseImport import, IEnumerable<ImportedCase> cases, TextWriter told)
    {
        var watch = Stopwatch.StartNew();
        var stored = 0;
        var refused = await import.Record(cases, new ClerkId("load"), added =>
        {
            var before = Interlocked.Add(ref stored, added) - added;
            if ((before + added) / TellEvery > before / TellEvery)
            {
                told.WriteLine($"{before + added,9:N0} listings in force, {(before + added) / watch.Elapsed.TotalSeconds:N0} a second");
            }
        });
        if (refused is [var first, ..])
        {
            throw new InvalidOperationException($"{refused.Count} invented cases were refused, the first as {first.Refusal.Code}.");
        }

        var rate = stored / watch.Elapsed.TotalSeconds;
        told.WriteLine($"{stored,9:N0} listings in force in {watch.Elapsed.TotalSeconds:0.0} s, {rate:N0} a second");
        return rate;
    }
}
