using System.Globalization;
using System.Text;

namespace Blacklist.Tests.Benchmarks.Load;

/// <summary>Whole HTTP requests as bytes, in memory and in a file for wrk.</summary>
internal sealed class ReadyRequests
{
    private ReadyRequests(IReadOnlyList<byte[]> all, string file) => (All, File) = (all, file);

    public IReadOnlyList<byte[]> All { get; }

    public string File { get; }

    /// <param name="bodies">JSON texts.</param>
    /// <param name="token">Sent by every way alike, so that all read the same bytes.</param>
    public static ReadyRequests Of(IEnumerable<string> bodies, string token, string file)
    {
        var all = bodies.Select(body => Encoding.UTF8.GetBytes(
            $"POST /api/v1/eligibility-checks HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}")).ToList();
        using var written = System.IO.File.Create(file);
        foreach (var request in all)
        {
            written.Write(Encoding.ASCII.GetBytes(request.Length.ToString("00000000", CultureInfo.InvariantCulture)));
            written.Write(request);
        }

        return new ReadyRequests(all, file);
    }
}
