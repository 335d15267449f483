using System.Text;
using Blacklist.Api.Hosting;

namespace Blacklist.Api.CommandLine;

/// <summary>What a person types and nobody sees, or the first line of a file or of the standard input; never a word of the command line, which others see.</summary>
internal static class Passphrase
{
    public static async Task<string> Read(Options options)
    {
        if (options.Has("--passphrase-file"))
            return FirstLine(await File(options["--passphrase-file"]));
        if (System.Console.IsInputRedirected)
            return FirstLine(await System.Console.In.ReadLineAsync() ?? "");
        await System.Console.Error.WriteAsync("Passphrase: ");
        var typed = new StringBuilder();
        for (var key = System.Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = System.Console.ReadKey(intercept: true))
        {
            if (key.Key != ConsoleKey.Backspace)
                typed.Append(key.KeyChar);
            else if (typed.Length > 0)
                typed.Length--;
        }

        await System.Console.Error.WriteLineAsync();
        return typed.ToString();
    }

    private static async Task<string> File(string path)
    {
        try
        {
            return await System.IO.File.ReadAllTextAsync(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartProblem($"The passphrase cannot be read: {problem.Message}");
        }
    }

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd('\r');
}
