using System.Diagnostics;
using System.Globalization;

namespace Blacklist.Tests.Benchmarks.Load;

/// <summary>
/// Callers on keep-alive connections: wrk when it is on the PATH (Debian: <c>apt-get install wrk</c>), else the built-in one, which
/// takes about four times as much of the machine for itself. A table says which of them asked.
/// </summary>
internal static class LoadGenerator
{
    private static readonly bool HasWrk = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "wrk"))) && Environment.GetEnvironmentVariable("BENCHMARK_LOAD") != "built-in";

    private static readonly Lazy<string> Script = new(WriteScript);

    public static string Name => HasWrk ? "wrk" : "the built-in generator (wrk is not on the PATH)";

    /// <param name="pause">Mean time a connection waits before it asks again.</param>
    public static Task<Answered> Ask(Uri service, ReadyRequests requests, int connections, int seconds, TimeSpan pause = default) =>
        HasWrk ? Wrk(service, requests, connections, seconds, pause) : BuiltInLoad.Run(service, requests.All, connections, TimeSpan.FromSeconds(seconds), pause);

    private static async Task<Answered> Wrk(Uri service, ReadyRequests requests, int connections, int seconds, TimeSpan pause)
    {
        var threads = Math.Min(connections, Math.Min(2, Environment.ProcessorCount));
        string[] arguments =
        [
            "-t", $"{threads}", "-c", $"{connections}", "-d", $"{seconds}s", "--timeout", "10s", "-s", Script.Value, service.ToString(), "--",
            requests.File, .. pause > TimeSpan.Zero ? [pause.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
        ];
        using var wrk = Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var result = output.Split('\n').LastOrDefault(line => line.StartsWith("result ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"wrk said nothing of a result: {output}");
        var n = result.Split(' ')[1..].Select(field => long.Parse(field, CultureInfo.InvariantCulture)).ToArray();
        return new Answered(n[0], n[1] / 1e6, n[2] / 1e3, n[3] / 1e3, n[4] / 1e3, n[5] / 1e3, n[6], TimeSpan.FromMicroseconds(n[7]));
    }

    private static string WriteScript()
    {
        var file = Path.Combine(Path.GetTempPath(), $"blacklist-wrk-{Environment.ProcessId}.lua");
        using var script = typeof(LoadGenerator).Assembly.GetManifestResourceStream("Blacklist.Tests.Benchmarks.Load.wrk.lua")!;
        using var written = File.Create(file);
        script.CopyTo(written);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(file);
        return file;
    }
}
