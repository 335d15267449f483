using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Blacklist.Tests.Http;

/// <summary>Who sends drop by drop holds no connection for long.</summary>
public sealed class SlowSenderTests(EdgeHost host) : IClassFixture<EdgeHost>
{
    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: registry\r\nX-Slow: a")]
    [InlineData("POST /orders HTTP/1.1\r\nHost: registry\r\nContent-Type: application/json\r\nContent-Length: 500000\r\n\r\n{")]
    public async Task A_request_that_does_not_come_to_its_end_is_given_up(string begun)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host.Client.BaseAddress!.Host, host.Client.BaseAddress.Port);
        var since = Stopwatch.StartNew();
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(begun));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));

        while (await client.GetStream().ReadAsync(new byte[4096], patience.Token) > 0)
        {
            since.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(3));
        }

        since.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(3), "a slow line is no attack");
    }
}
