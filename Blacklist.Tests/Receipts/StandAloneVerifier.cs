using System.Diagnostics;

namespace Blacklist.Tests.Receipts;

/// <summary>A test that runs <c>docs/verify-receipt.mjs</c> with Node; where there is no Node it says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = StandAloneVerifier.Node is null ? "There is no node on the PATH." : null;
}

/// <summary>The verifier that shares no code with the service.</summary>
internal static class StandAloneVerifier
{
    private static readonly string Program = Path.Combine(Repository.Root, "Blacklist.Api", "docs", "verify-receipt.mjs");

    public static string? Node { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, "node"), Path.Combine(folder, "node.exe") }).FirstOrDefault(File.Exists);

    /// <returns>What it ended with and what it said.</returns>
    public static async Task<(int Code, string Said)> Run(string keys, IEnumerable<byte[]>? lines, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Node!, [Program, "--keys", keys, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        foreach (var line in lines ?? [])
        {
            await process.StandardInput.WriteLineAsync(Convert.ToBase64String(line));
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync();
        (await complained).ShouldBeEmpty();
        return (process.ExitCode, await said);
    }
}
