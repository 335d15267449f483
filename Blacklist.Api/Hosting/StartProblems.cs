using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Connections;

namespace Blacklist.Api.Hosting;

/// <summary>A known problem at the start is told in one sentence; the host's own reports of it, with stack traces, are left out.</summary>
internal static class StartProblems
{
    private static readonly string[] Reporters = ["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel"];
    private const int EndedByCtrlC = 130;
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
        // Until the host listens for it itself, Ctrl-C would end the process at once and leave an embedded server behind.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            if (!started)
            {
                Environment.Exit(EndedByCtrlC);
            }
        });
        try
        {
            return await run();
        }
        catch (Exception problem) when (Sentence(problem) is { } sentence)
        {
            await System.Console.Error.WriteLineAsync(sentence);
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
