using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace Blacklist.Tests.Benchmarks;

/// <summary>
/// Checks of one applicant over HTTP with a bearer token, every answer recorded with fsync on; service, PostgreSQL and callers share the
/// machine. Half of the applicants are restricted. <c>BENCHMARK_LISTINGS</c> sets the size of the larger register.
/// </summary>
[Collection(nameof(Benchmark))]
public sealed class CheckBenchmarks(ITestOutputHelper output)
{
    private const int Windows = 3;

    private static readonly int[] Connections = [1, 16, 64];
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    private static int LargeRegister =>
        int.TryParse(Environment.GetEnvironmentVariable("BENCHMARK_LISTINGS"), CultureInfo.InvariantCulture, out var set) ? set : 500_000;

    [BenchmarkFact]
    public async Task Checks_per_second_and_their_latency()
    {
        using var register = new MeasuredRegister();
        output.WriteLine(Machine.Describe());
        foreach (var listings in new[] { 1_000, LargeRegister })
        {
            var rate = await register.GrowTo(listings, TextWriter.Null);
            var watch = Stopwatch.StartNew();
            await using var service = await register.Serve();
            output.WriteLine($"{listings:N0} listings: loaded {rate:N0} a second; service ready after {watch.Elapsed.TotalSeconds:0.0} s, {Machine.Megabytes(service.Id):N0} MB");
            await Measure(register, service);
        }
    }

    private async Task Measure(MeasuredRegister register, ServiceProcess service)
    {
        var requests = await register.Requests(service, 4096);
        await CheckLoad.Run(service.Url, requests, 64, WarmUp);
        output.WriteLine("| listings | connections | checks/s | p50 ms | p99 ms | service CPU µs |");
        output.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var connections in Connections)
        {
            var windows = new List<Result>();
            for (var window = 0; window < Windows; window++)
            {
                windows.Add(await Ask(service, requests, connections));
            }

            var median = windows.OrderBy(result => result.PerSecond).ElementAt(Windows / 2);
            output.WriteLine($"| {register.Listings:N0} | {connections} | {median.PerSecond:N0} | {median.P50:0.00} | {median.P99:0.00} | {median.Cpu:0} |");
        }
    }

    private static async Task<Result> Ask(ServiceProcess service, IReadOnlyList<byte[]> requests, int connections)
    {
        var before = Machine.Cpu(service.Id);
        var (times, seconds) = await CheckLoad.Run(service.Url, requests, connections, Window);
        var cpu = (Machine.Cpu(service.Id) - before).TotalMicroseconds / times.Length;
        return new Result(times.Length / seconds, times[times.Length / 2], times[times.Length * 99 / 100], cpu);
    }

    private sealed record Result(double PerSecond, double P50, double P99, double Cpu);
}
