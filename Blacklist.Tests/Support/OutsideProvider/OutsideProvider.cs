using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Blacklist.Tests;

/// <summary>The npm package oidc-provider, a certified OpenID provider, as a process of its own; people sign in by name.</summary>
internal sealed class OutsideProvider : IAsyncDisposable
{
    private static readonly string Source = Path.Combine(Repository.Root, "Blacklist.Tests", "Support", "OutsideProvider");
    private static readonly string Folder = Path.Combine(Repository.Root, "Blacklist.Tests", "obj", "outside-provider");
    private static readonly Lazy<Task> Installed = new(Install);

    private readonly int _port = FreePort();
    private Process? _process;

    public string Address => $"http://localhost:{_port}";

    /// <summary>Starts it, or starts it anew with another key.</summary>
    public async Task Run(string redirect, string kid)
    {
        await Installed.Value;
        await Stop();
        _process = Start("node", Path.Combine(Source, "provider.mjs"), $"{_port}", redirect, kid);
        (await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(3))).ShouldBe("ready");
    }

    public async ValueTask DisposeAsync() => await Stop();

    private static async Task Install()
    {
        Directory.CreateDirectory(Folder);
        foreach (var file in new[] { "package.json", "package-lock.json" })
            File.Copy(Path.Combine(Source, file), Path.Combine(Folder, file), overwrite: true);
        using var npm = Start("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
        await npm.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
        npm.ExitCode.ShouldBe(0, "npm could not install oidc-provider.");
    }

    private static Process Start(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { UseShellExecute = false, WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { }; // drained
        process.BeginErrorReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task Stop()
    {
        if (_process is null)
            return;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }
}
