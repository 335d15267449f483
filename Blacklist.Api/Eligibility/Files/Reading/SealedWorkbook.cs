namespace Blacklist.Api.Eligibility.Files.Reading;

/// <summary>A workbook that lies in sealed chunks, as a stream that its reader may jump about in; it holds a few chunks open.</summary>
/// <param name="chunk">Opens one of the chunks, all but the last of <see cref="ChunkBytes"/>.</param>
internal sealed class SealedWorkbook(long length, Func<int, byte[]> chunk) : Stream
{
    public const int ChunkBytes = 1024 * 1024;

    private const int KeptOpen = 8;

    private readonly LinkedList<(int Number, byte[] Bytes)> _open = new();

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (Position >= length || buffer.IsEmpty)
        {
            return 0;
        }

        var part = Open((int)(Position / ChunkBytes)).AsSpan((int)(Position % ChunkBytes));
        part = part[..Math.Min(part.Length, buffer.Length)];
        part.CopyTo(buffer);
        Position += part.Length;
        return part.Length;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private byte[] Open(int number)
    {
        for (var kept = _open.First; kept is not null; kept = kept.Next)
        {
            if (kept.Value.Number == number)
            {
                _open.Remove(kept);
                _open.AddFirst(kept);
                return kept.Value.Bytes;
            }
        }

        var opened = chunk(number);
        _open.AddFirst((number, opened));
        if (_open.Count > KeptOpen)
        {
            _open.RemoveLast();
        }

        return opened;
    }
}
