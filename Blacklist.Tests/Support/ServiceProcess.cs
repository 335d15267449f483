using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Blacklist.Tests;

/// <summary>The built service as a process of its own, as an operator runs it: started, watched, ended by signal or killed.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();

    private ServiceProcess(IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        Url = new Uri(environment.GetValueOrDefault("ASPNETCORE_URLS") ?? $"http://127.0.0.1:{FreePort()}");
        // A build in the background ignores SIGINT and its children would inherit that.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "Blacklist.Api.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ASPNETCORE_URLS"] = Url.ToString();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Client = new HttpClient { BaseAddress = Url };
    }

    public Uri Url { get; }

    public HttpClient Client { get; }

    public int Id => process.Id;

    /// <summary>Everything it has written to its console so far.</summary>
    public string Output => string.Join('\n', lines);

    /// <summary>Running, without waiting for anything.</summary>
    public static ServiceProcess Launch(IReadOnlyDictionary<string, string> environment, params string[] arguments) => new(environment, arguments);

    /// <summary>Running and ready for calls.</summary>
    public static async Task<ServiceProcess> Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var service = Launch(environment, arguments);
        await Poll.Until(() => service.process.HasExited ? throw new InvalidOperationException(service.Output) : service.IsReady());
        return service;
    }

    public static Task<ServiceProcess> Start(TemporaryDataFolder folder) => Start(On(folder));

    public static Dictionary<string, string> On(TemporaryDataFolder folder) => new() { ["Registry__DataFolder"] = folder.Path, ["Limits__Enabled"] = "false" };

    public async Task<bool> IsReady() => await Readiness() == HttpStatusCode.OK;

    /// <summary>Null while nothing listens.</summary>
    public async Task<HttpStatusCode?> Readiness()
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Dies at once, as in a crash: nothing is put in order, and an embedded PostgreSQL goes on alone.</summary>
    public async Task Kill9()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Stands still as it is, as under a debugger or on a machine that is moved.</summary>
    public Task Freeze() => Signal("STOP");

    /// <summary>Goes on as if nothing had been.</summary>
    public Task Thaw() => Signal("CONT");

    /// <summary>What Ctrl-C does; the exit code.</summary>
    public async Task<int> Stop()
    {
        await Thaw();
        await Signal("INT");
        return await Exit();
    }

    public async Task<int> Exit()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5)); // a busy machine is slow, and that is no failure
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await Stop();
        }

        Client.Dispose();
        process.Dispose();
    }

    private async Task Signal(string name)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{name} {process.Id}"]);
        await kill.WaitForExitAsync();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
