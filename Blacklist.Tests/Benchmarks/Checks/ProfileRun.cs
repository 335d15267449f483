using System.Diagnostics;
using System.Text.RegularExpressions;
using Blacklist.Api.CommandLine;
using Blacklist.Api.Hosting;
using Blacklist.Tests.Benchmarks.Load;

namespace Blacklist.Tests.Benchmarks.Checks;

/// <summary>
/// Where the CPU goes while the service is asked: Linux <c>perf</c> over the whole machine, with the names of compiled methods from the
/// runtime's perf map. Everything is compiled at run time for it, so that framework methods have names too.
/// </summary>
internal static partial class ProfileRun
{
    private const int CallsToWarmUp = 100_000;

    private static readonly Dictionary<string, string> Named = new()
    {
        ["DOTNET_PerfMapEnabled"] = "1",
        ["DOTNET_ReadyToRun"] = "0",
        ["DOTNET_EnableWriteXorExecute"] = "0", // else compiled code lies in memory that perf takes for a file
    };

    public static async Task<int> Run(string[] words)
    {
        var options = new Options("profile", words, ["--listings", "--connections", "--seconds", "--lines"], []);
        var (connections, seconds) = (Number("--connections", 64), Number("--seconds", 10));
        await using var bench = await CheckBench.Start([Number("--listings", 1_000)], Named);
        await bench.Renew();
        var ours = bench.Ours(bench.Registers[0], Way.Ours);
        await WarmUp(ours, connections);
        var file = Path.Combine(Path.GetTempPath(), $"blacklist-{ours.ProcessId}.perf");
        var load = LoadGenerator.Ask(ours.Url, ours.Requests(), connections, seconds + 2);
        await Perf("record", "-a", "-g", "-F", "499", "-o", file, "--", "sleep", $"{seconds}");
        var answered = await load;
        Console.WriteLine($"{answered.PerSecond:N0} requests a second, p99 {answered.P99:0.00} ms, {answered.Errors} errors, while sampled; recorded in {file}");
        await Tell("By program", "-s", "comm");
        await Tell("The service, by library", "--pid", $"{ours.ProcessId}", "-s", "dso");
        await Tell("The service, by method itself", "--pid", $"{ours.ProcessId}", "-s", "sym");
        await Tell("The service, by method with all it calls", "--children", "--pid", $"{ours.ProcessId}", "-s", "sym");
        await Tell("PostgreSQL", "--comm", "postgres", "-s", "sym");
        Console.WriteLine();
        Console.WriteLine("Believing the token, of all the service does");
        foreach (var line in (await Report("0", "--children", "--pid", $"{ours.ProcessId}", "-s", "sym")).Where(line => line.Contains("BelievedTokens::", StringComparison.Ordinal)))
        {
            Console.WriteLine(Short(line));
        }

        return 0;

        int Number(string name, int otherwise) => options.Has(name) ? int.Parse(options[name]) : otherwise;

        async Task Tell(string title, params string[] how)
        {
            Console.WriteLine();
            Console.WriteLine(title);
            foreach (var line in (await Report("0.3", how)).Where(IsNamed).Take(Number("--lines", 40)))
            {
                Console.WriteLine(Short(line));
            }
        }

        async Task<string[]> Report(string leastPercent, params string[] how)
        {
            string[] children = how.Contains("--children") ? [] : ["--no-children"];
            return (await Perf(["report", "-i", file, "--stdio", "-g", "none", "--percentage", "relative", "--percent-limit", leastPercent, .. children, .. how])).Split('\n');
        }
    }

    /// <summary>Until what is asked often is compiled for good, which counts calls and waits for a pause; on a busy machine that takes longer.</summary>
    private static async Task WarmUp(Way ours, int connections)
    {
        var asked = 0L;
        for (var turn = 0; turn < 4 && asked < CallsToWarmUp; turn++)
        {
            asked += (await LoadGenerator.Ask(ours.Url, ours.Requests(), connections, 30)).Requests;
        }
    }

    /// <summary>The runtime's own native code has no names here.</summary>
    private static bool IsNamed(string line) => line.Trim() is { Length: > 0 } text && text[0] != '#' && !text.Contains(" 0x0", StringComparison.Ordinal);

    /// <summary>Of a compiled method's whole signature, shares, type and name.</summary>
    private static string Short(string line) => Method().Match(line) is { Success: true } method ? method.Groups["shares"].Value + method.Groups["name"].Value : line.TrimEnd();

    [GeneratedRegex(@"^(?<shares>(\s+[\d.]+%)+\s+).*?(?<name>\S+::[^(\s]+)\(", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Method();

    private static async Task<string> Perf(params string[] arguments)
    {
        try
        {
            using var perf = Process.Start(new ProcessStartInfo("perf", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
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
