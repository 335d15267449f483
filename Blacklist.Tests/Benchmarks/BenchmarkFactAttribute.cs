namespace Blacklist.Tests.Benchmarks;

/// <summary>
/// A measurement, run only when asked for:
/// <c>BENCHMARKS=1 dotnet test -c Release --filter FullyQualifiedName~Benchmarks --logger "console;verbosity=detailed"</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BenchmarkFactAttribute : FactAttribute
{
    public BenchmarkFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("BENCHMARKS") is not "1")
        {
            Skip = "A measurement: set BENCHMARKS=1.";
        }
    }
}

/// <summary>Measurements run one after the other and beside nothing else.</summary>
[CollectionDefinition(nameof(Benchmark), DisableParallelization = true)]
public sealed class Benchmark;
