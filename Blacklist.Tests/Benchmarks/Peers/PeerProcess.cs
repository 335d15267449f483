using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Blacklist.Tests.Benchmarks.Peers;

/// <summary>A peer in a process of its own, under the runtime settings of the service.</summary>
internal sealed class PeerProcess : IAsyncDisposable
{
    private readonly Process process;

    private PeerProcess(Process process, Uri url) => (this.process, Url) = (process, url);

    public Uri Url { get; }

    public int Id => process.Id;

    public static async Task<PeerProcess> Start(string name, string database, int answerBytes)
    {
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        var here = AppContext.BaseDirectory;
        var start = new ProcessStartInfo(
            "dotnet", ["exec", "--runtimeconfig", Path.Combine(here, "Blacklist.Api.runtimeconfig.json"), Path.Combine(here, "Blacklist.Tests.dll"), "peer", name])
        {
            WorkingDirectory = here,
        };
        start.Environment["ASPNETCORE_URLS"] = url.ToString();
        start.Environment[PeerProgram.Database] = database;
        start.Environment[PeerProgram.AnswerBytes] = answerBytes.ToString(CultureInfo.InvariantCulture);
        var peer = new PeerProcess(Process.Start(start)!, url);
        using var client = new HttpClient { BaseAddress = url };
        await Poll.Until(() => peer.process.HasExited ? throw new InvalidOperationException($"The peer {name} did not start.") : IsReady(client));
        return peer;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static async Task<bool> IsReady(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
