using Blacklist.Api.Hosting;
using Blacklist.Tests.Benchmarks.Appends;
using Blacklist.Tests.Benchmarks.Checks;
using Blacklist.Tests.Benchmarks.Files;
using Blacklist.Tests.Benchmarks.Peers;

namespace Blacklist.Tests.Benchmarks;

/// <summary>
/// The measurements as a program: <c>dotnet run -c Release --project Blacklist.Tests</c> runs all that the README's table holds,
/// with a name after <c>--</c> one of them. What each measures and takes: the README of this folder.
/// </summary>
internal static class BenchmarkProgram
{
    public static Task<int> Main(string[] args) => StartProblems.Tell(() => args switch
    {
        [] => All(),
        ["checks", .. var words] => CheckRun.Run(words),
        ["appends", .. var words] => AppendRun.Run(words),
        ["steady", .. var words] => SteadyRun.Run(words),
        ["files", .. var words] => FileRun.Run(words),
        ["profile", .. var words] => ProfileRun.Run(words),
        ["evaluation", .. var words] => EvaluationRun.Run(words),
        ["peer", var name] => PeerProgram.Run(name),
        _ => throw new StartProblem("checks, appends, files, steady, profile or evaluation: see Blacklist.Tests/Benchmarks/README.md."),
    });

    private static async Task<int> All() => await AppendRun.Run([]) + await CheckRun.Run([]) + await EvaluationRun.Run([]);
}
