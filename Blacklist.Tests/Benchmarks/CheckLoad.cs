using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Blacklist.Tests.Benchmarks;

/// <summary>
/// Callers that ask as fast as they are answered, each on a keep-alive connection of its own. Requests are ready as bytes and answers
/// are read no further than their length and their status, so that little of the machine goes to asking.
/// </summary>
internal static class CheckLoad
{
    /// <returns>How long each answer took, in ms, and how long all of it took, in s.</returns>
    /// <exception cref="InvalidOperationException">An answer was not 200.</exception>
    public static async Task<(double[] Times, double Seconds)> Run(Uri service, IReadOnlyList<byte[]> requests, int connections, TimeSpan window)
    {
        var watch = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, connections).Select(caller => Task.Run(async () =>
        {
            using var connection = await Connection.Open(service);
            var own = new List<double>();
            for (var turn = caller * 997; watch.Elapsed < window; turn++)
            {
                var begun = Stopwatch.GetTimestamp();
                await connection.Ask(requests[turn % requests.Count]);
                own.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }

            return own;
        })));
        return ([.. times.SelectMany(own => own).Order()], watch.Elapsed.TotalSeconds);
    }

    private sealed class Connection(Socket socket) : IDisposable
    {
        private readonly byte[] answer = new byte[256 * 1024];

        public static async Task<Connection> Open(Uri service)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Parse(service.Host), service.Port);
            return new Connection(socket);
        }

        public async Task Ask(byte[] request)
        {
            await socket.SendAsync(request);
            var (read, whole) = (0, int.MaxValue);
            while (read < whole)
            {
                var more = await socket.ReceiveAsync(answer.AsMemory(read));
                read += more > 0 ? more : throw new InvalidOperationException("The service closed the connection.");
                whole = whole == int.MaxValue ? Length(answer.AsSpan(0, read)) : whole;
            }
        }

        public void Dispose() => socket.Dispose();

        /// <summary>Of head and body; unknown while the head is not there.</summary>
        private static int Length(ReadOnlySpan<byte> answer)
        {
            var head = answer.IndexOf("\r\n\r\n"u8);
            if (head < 0)
            {
                return int.MaxValue;
            }

            if (!answer.StartsWith("HTTP/1.1 200 "u8))
            {
                throw new InvalidOperationException(System.Text.Encoding.UTF8.GetString(answer));
            }

            var length = answer[(answer.IndexOf("Content-Length: "u8) + 16)..];
            return head + 4 + int.Parse(length[..length.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
        }
    }
}
