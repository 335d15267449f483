using Xunit.Abstractions;

namespace Blacklist.Tests.Benchmarks;

/// <summary>Full size with <c>FULL_SIZE=1 dotnet test -c Release --filter MatchingBenchmarks --logger "console;verbosity=detailed"</c>.</summary>
public sealed class MatchingBenchmarks(ITestOutputHelper output)
{
    private static readonly bool FullSize = Environment.GetEnvironmentVariable("FULL_SIZE") == "1";

    [Fact]
    public void Candidates_for_a_name_are_found_in_milliseconds()
    {
        using var report = new StringWriter();
        var figures = NameIndexBenchmark.Run(FullSize ? 1_000_000 : 20_000, report);
        output.WriteLine(report.ToString());

        figures["p99 ms"].ShouldBeLessThan(FullSize ? 5 : 50);
    }
}
