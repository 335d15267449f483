using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Npgsql;

namespace Blacklist.Api.EventLog;

/// <summary>
/// Some hundred rows of a query as binary COPY sends them, read where they lie: for who goes through millions of rows and keeps little of each.
/// The columns of a row are read one after the other.
/// </summary>
internal sealed class CopiedRows : IDisposable
{
    private const int Size = 1 << 16;
    private const int Signature = 11;

    private readonly byte[] _bytes;
    private readonly int _length;

    private CopiedRows(byte[] bytes, int length) => (_bytes, _length) = (bytes, length);

    /// <summary>All rows of a query, in order; it waits without giving up its thread. Who stops before their end does not wait for the others.</summary>
    public static IEnumerable<CopiedRows> Of(NpgsqlConnection connection, string query)
    {
        using var stream = connection.BeginRawBinaryCopy($"COPY ({query}) TO STDOUT (FORMAT binary)");
        using var all = Of(stream).GetEnumerator();
        var isReading = true;
        try
        {
            while (all.MoveNext())
            {
                isReading = false;
                yield return all.Current;
                isReading = true;
            }
        }
        finally
        {
            if (!isReading)
            {
                stream.Cancel();
            }
        }
    }

    public Reader Read() => new(_bytes.AsSpan(0, _length));

    /// <summary>After it nothing of them can be read.</summary>
    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    private static IEnumerable<CopiedRows> Of(NpgsqlRawCopyStream stream)
    {
        SkipHeader(stream);
        var (bytes, filled, whole) = (ArrayPool<byte>.Shared.Rent(Size), 0, 0);
        for (var read = stream.Read(bytes, 0, bytes.Length); read > 0; read = stream.Read(bytes, filled, bytes.Length - filled))
        {
            filled += read;
            while (LengthOfRow(bytes.AsSpan(whole, filled - whole)) is { } length)
            {
                whole += length;
            }

            if (filled == bytes.Length)
            {
                var (full, rows) = (bytes, whole);
                bytes = ArrayPool<byte>.Shared.Rent(whole > 0 ? Size : bytes.Length * 2);
                full.AsSpan(whole..filled).CopyTo(bytes);
                (filled, whole) = (filled - whole, 0);
                yield return new CopiedRows(full, rows);
            }
        }

        yield return new CopiedRows(bytes, whole);
    }

    private static void SkipHeader(NpgsqlRawCopyStream stream)
    {
        Span<byte> header = stackalloc byte[Signature + sizeof(int) + sizeof(int)];
        stream.ReadExactly(header);
        for (var extension = BinaryPrimitives.ReadInt32BigEndian(header[^sizeof(int)..]); extension > 0; extension--)
        {
            stream.ReadByte();
        }
    }

    /// <summary>Null while it is not all there, and for the mark that ends all.</summary>
    private static int? LengthOfRow(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < sizeof(short) || BinaryPrimitives.ReadInt16BigEndian(bytes) is not (>= 0 and var columns))
        {
            return null;
        }

        var length = sizeof(short);
        for (; columns > 0; columns--)
        {
            if (bytes.Length < length + sizeof(int))
            {
                return null;
            }

            length += sizeof(int) + Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(bytes[length..]));
        }

        return length <= bytes.Length ? length : null;
    }

    /// <summary>Goes from row to row; what was not read of a row is passed over.</summary>
    public ref struct Reader(ReadOnlySpan<byte> rest)
    {
        private static readonly DateOnly FirstDay = new(2000, 1, 1);

        private ReadOnlySpan<byte> _rest = rest;
        private int _columns;

        /// <summary>Whether the next column has no value.</summary>
        public readonly bool IsNull => BinaryPrimitives.ReadInt32BigEndian(_rest) < 0;

        public bool Next()
        {
            while (_columns > 0)
            {
                Bytes();
            }

            if (_rest.IsEmpty)
            {
                return false;
            }

            _columns = BinaryPrimitives.ReadInt16BigEndian(_rest);
            _rest = _rest[sizeof(short)..];
            return true;
        }

        /// <summary>Nothing for a column without a value.</summary>
        public ReadOnlySpan<byte> Bytes()
        {
            var length = Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(_rest));
            var value = _rest.Slice(sizeof(int), length);
            _rest = _rest[(sizeof(int) + length)..];
            _columns--;
            return value;
        }

        public Guid Guid() => new(Bytes(), bigEndian: true);

        public string Text() => Encoding.UTF8.GetString(Bytes());

        public short Short() => BinaryPrimitives.ReadInt16BigEndian(Bytes());

        public DateOnly Date() => FirstDay.AddDays(BinaryPrimitives.ReadInt32BigEndian(Bytes()));
    }
}
