using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Blacklist.Tests.Benchmarks.Load;

/// <summary>
/// Callers that ask as fast as they are answered, each on a keep-alive connection of its own. Requests are ready as bytes and answers
/// are read no further than their length and their status, so that little of the machine goes to asking.
/// </summary>
internal static class BuiltInLoad
{
    public static async Task<Answered> Run(Uri service, IReadOnlyList<byte[]> requests, int connections, TimeSpan window, TimeSpan pause)
    {
        var (watch, cpu, errors) = (Stopwatch.StartNew(), Machine.Cpu(Environment.ProcessId), 0L);
        var times = await Task.WhenAll(Enumerable.Range(0, connections).Select(caller => Task.Run(async () =>
        {
            using var connection = await Connection.Open(service);
            var own = new List<double>();
            for (var turn = caller * 997; watch.Elapsed < window; turn++)
            {
                var begun = Stopwatch.GetTimestamp();
                if (!await connection.Ask(requests[turn % requests.Count]))
                {
                    Interlocked.Increment(ref errors);
                }

                own.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                await Task.Delay(2 * pause * Random.Shared.NextDouble());
            }

            return own;
        })));
        var all = times.SelectMany(own => own).Order().ToArray();
        return new Answered(
            all.Length, watch.Elapsed.TotalSeconds, all.Percentile(0.5), all.Percentile(0.99), all.Percentile(0.999), all[^1], errors,
            Machine.Cpu(Environment.ProcessId) - cpu);
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

        /// <returns>Whether the answer was a success.</returns>
        public async Task<bool> Ask(byte[] request)
        {
            await socket.SendAsync(request);
            var (read, whole) = (0, int.MaxValue);
            while (read < whole)
            {
                var more = await socket.ReceiveAsync(answer.AsMemory(read));
                read += more > 0 ? more : throw new InvalidOperationException("The service closed the connection.");
                whole = whole == int.MaxValue ? Length(answer.AsSpan(0, read)) : whole;
            }

            return answer.AsSpan().StartsWith("HTTP/1.1 200 "u8);
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

            var length = answer[(answer.IndexOf("Content-Length: "u8) + 16)..];
            return head + 4 + int.Parse(length[..length.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
        }
    }
}
