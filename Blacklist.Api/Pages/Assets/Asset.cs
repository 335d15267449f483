using System.IO.Compression;
using System.Security.Cryptography;

namespace Blacklist.Api.Pages.Assets;

/// <summary>A style sheet, a script or the icons: its address changes with its content, so whoever has it never asks again.</summary>
internal sealed class Asset
{
    private readonly Lazy<byte[]> _brotli;
    private readonly Lazy<byte[]> _gzip;

    public Asset(string name, byte[] content)
    {
        Content = content;
        var mark = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6));
        FileName = $"{Path.GetFileNameWithoutExtension(name)}.{mark}{Path.GetExtension(name)}";
        MediaType = Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            _ => "image/svg+xml",
        };
        _brotli = new(() => Compressed(to => new BrotliStream(to, CompressionLevel.SmallestSize)));
        _gzip = new(() => Compressed(to => new GZipStream(to, CompressionLevel.SmallestSize)));
    }

    public string FileName { get; }

    public string Address => "/assets/" + FileName;

    public string MediaType { get; }

    public byte[] Content { get; }

    /// <summary>Compressed on the first request for it, and kept.</summary>
    public (byte[] Bytes, string? Encoding) For(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return accepted.Contains("br", StringComparison.Ordinal) ? (_brotli.Value, "br")
            : accepted.Contains("gzip", StringComparison.Ordinal) ? (_gzip.Value, "gzip")
            : (Content, null);
    }

    private byte[] Compressed(Func<Stream, Stream> compressor)
    {
        var compressed = new MemoryStream();
        using (var stream = compressor(compressed))
        {
            stream.Write(Content);
        }

        return compressed.ToArray();
    }
}
