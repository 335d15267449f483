using System.Diagnostics;
using Blacklist.Tests.Benchmarks.Load;
using Blacklist.Tests.Benchmarks.Registers;

namespace Blacklist.Tests.Benchmarks.Checks;

/// <summary>A few seconds of one way.</summary>
/// <param name="Service">CPU µs a request, as the next two.</param>
/// <param name="Megabytes">Of the service, the median.</param>
/// <param name="Others">Share of the machine that went to none of service, PostgreSQL and callers; NaN where it cannot be told.</param>
internal sealed record Window(Answered Answered, double Service, double PostgreSql, double Callers, double Megabytes, double Others)
{
    /// <summary>All that a request takes of the machine, in µs.</summary>
    public double Cpu => Service + PostgreSql + Callers;

    public static async Task<Window> Measure(DurableServer server, Way way, int connections, int seconds, TimeSpan pause = default)
    {
        using var memory = new WatchedMemory(way.ProcessId);
        var (service, postgres, busy, watch) = (Machine.Cpu(way.ProcessId), server.Cpu(), Machine.Busy(), Stopwatch.StartNew());
        var answered = await LoadGenerator.Ask(way.Url, way.Requests(), connections, seconds, pause);
        var (serviceTook, postgresTook) = (Machine.Cpu(way.ProcessId) - service, server.Cpu() - postgres);
        var others = (Machine.Busy() - busy - serviceTook - postgresTook - answered.Cpu) / (watch.Elapsed * Environment.ProcessorCount);
        var requests = Math.Max(1, answered.Requests);
        return new Window(
            answered, serviceTook.TotalMicroseconds / requests, postgresTook.TotalMicroseconds / requests, answered.Cpu.TotalMicroseconds / requests,
            memory.Usual, Math.Max(0, others ?? double.NaN));
    }
}
