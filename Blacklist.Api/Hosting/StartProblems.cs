using Microsoft.AspNetCore.Connections;

namespace Blacklist.Api.Hosting;

/// <summary>A known problem at the start is told in one sentence; the host's own reports of it, with stack traces, are left out.</summary>
internal static class StartProblems
{
    private static readonly string[] Reporters = ["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel"];
    private static bool started;

    public static void FilterReports(ILoggingBuilder logging)
    {
        foreach (var reporter in Reporters)
        {
            logging.AddFilter(reporter, level => started && level >= LogLevel.Information);
        }
    }

    public static void Over() => started = true;

    /// <summary>Runs the service; the exit code of the process.</summary>
    public static async Task<int> Tell(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception problem) when (Sentence(problem) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return (problem as StartProblem)?.ExitCode ?? 1;
        }
    }

    /// <summary>Null for a problem that is not known: that is a bug, and its stack trace is wanted.</summary>
    public static string? Sentence(Exception problem) => problem switch
    {
        StartProblem known => known.Message,
        IOException { InnerException: AddressInUseException } taken =>
            $"{taken.Message.TrimEnd('.')}: end the program that uses it, or set ASPNETCORE_URLS to another address.",
        _ => null,
    };
}
