namespace Blacklist.Tests.Benchmarks.Load;

/// <summary>What callers saw who asked as fast as they were answered, for a few seconds.</summary>
/// <param name="P50">Milliseconds, as the others.</param>
/// <param name="Errors">Answers that were not 2xx, and connections that failed.</param>
/// <param name="Cpu">What asking itself took from the machine.</param>
internal sealed record Answered(long Requests, double Seconds, double P50, double P99, double P999, double Worst, long Errors, TimeSpan Cpu)
{
    public double PerSecond => Requests / Seconds;
}
