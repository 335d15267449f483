using System.Diagnostics;
using Blacklist.Api.CommandLine;
using Blacklist.Api.Hosting;
using Blacklist.Tests.Benchmarks.Load;

namespace Blacklist.Tests.Benchmarks.Checks;

/// <summary>
/// Where the CPU goes while the service is asked: Linux <c>perf</c> over the whole machine, with the names of compiled methods from the
/// runtime's perf map. Everything is compiled at run time for it, so that framework methods have names too.
/// </summary>
internal static class ProfileRun
{
    private static readonly Dictionary<string, string> Named = new()
    {
        ["DOTNET_PerfMapEnabled"] = "1",
        ["DOTNET_ReadyToRun"] = "0",
    };

    public static async Task<int> Run(string[] words)
    {
        var options = new Options("profile", words, ["--listings", "--connections", "--seconds", "--lines"], []);
        var (connections, seconds) = (Number("--connections", 64), Number("--seconds", 10));
        await using var bench = await CheckBench.Start([Number("--listings", 1_000)], Named);
        await bench.Renew();
        var ours = bench.Ours(bench.Registers[0], Way.Ours);
        await LoadGenerator.Ask(ours.Url, ours.Requests(), connections, 20);
        var file = Path.Combine(Path.GetTempPath(), $"blacklist-{ours.ProcessId}.perf");
        var load = LoadGenerator.Ask(ours.Url, ours.Requests(), connections, seconds + 2);
        await Perf("record", "-a", "-g", "-F", "499", "-o", file, "--", "sleep", $"{seconds}");
        var answered = await load;
        Console.WriteLine($"{answered.PerSecond:N0} requests a second, p99 {answered.P99:0.00} ms, while sampled; recorded in {file}");
        await Tell("By program", "-s", "comm");
        await Tell("The service, by method itself", "--pid", $"{ours.ProcessId}", "-s", "sym");
        await Tell("The service, by method with all it calls", "--children", "--pid", $"{ours.ProcessId}", "-s", "sym");
        await Tell("PostgreSQL", "--comm", "postgres", "-s", "sym");
        return 0;

        int Number(string name, int otherwise) => options.Has(name) ? int.Parse(options[name]) : otherwise;

        async Task Tell(string title, params string[] how)
        {
            Console.WriteLine();
            Console.WriteLine(title);
            string[] children = how.Contains("--children") ? [] : ["--no-children"];
            var report = await Perf(["report", "-i", file, "--stdio", "-g", "none", "--percent-limit", "0.3", .. children, .. how]);
            foreach (var line in report.Split('\n').Where(line => line.Trim() is { Length: > 0 } text && text[0] != '#').Take(Number("--lines", 40)))
            {
                Console.WriteLine(line.TrimEnd());
            }
        }
    }

    private static async Task<string> Perf(params string[] arguments)
    {
        try
        {
            using var perf = Process.Start(new ProcessStartInfo("perf", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = perf.StandardError.ReadToEndAsync();
            var output = await perf.StandardOutput.ReadToEndAsync();
            await perf.WaitForExitAsync();
            return perf.ExitCode == 0 ? output : throw new StartProblem($"perf {arguments[0]} failed: {await errors}");
        }
        catch (System.ComponentModel.Win32Exception absent)
        {
            throw new StartProblem("perf is not installed (Debian: apt-get install linux-perf).", absent);
        }
    }
}
