using System.Diagnostics;

namespace Blacklist.Api.Hosting.Embedded;

/// <summary>Runs a program to its end and returns what it said.</summary>
internal static class Programs
{
    public sealed record Ended(int ExitCode, string Output, string Error)
    {
        /// <summary>What a person needs of a failure: the last line that says something.</summary>
        public string LastLine =>
            (Error + '\n' + Output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";
    }

    public static async Task<Ended> Run(string program, IEnumerable<string> arguments, UnixAccount? account = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetPathRoot(program) is { Length: > 0 } root ? root : Path.GetTempPath(),
        };
        start.Environment["LC_ALL"] = "C";
        if (account is not null)
        {
            start.UserName = account.Name;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Ended(process.ExitCode, await output, await error);
    }
}
