using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Blacklist.Api.Vault;

namespace Blacklist.Api.Eligibility.Index.SelfCheck;

/// <summary>Rows of one kind in two values: how many, and a digest that does not depend on their order. It is keyed, as rows hold who persons are.</summary>
internal sealed record RowsDigest(long Rows, string Digest);

/// <summary>Sums up rows in any order: the SHA-256 of each, added in four lanes of 64 bits.</summary>
/// <param name="pace">Kept from row to row.</param>
#pragma warning disable CA1001 // A writer into memory holds nothing that must be given back.
internal sealed class RowSum(Pace pace)
#pragma warning restore CA1001
{
    private const int RowsAtOnce = 64;

    private readonly BinaryWriter _row = new(new MemoryStream());
    private readonly ulong[] _lanes = new ulong[SHA256.HashSizeInBytes / sizeof(ulong)];
    private long _rows;

    /// <param name="write">Writes all that counts of the row, in one way only.</param>
    public void Add<T>(T row, Action<BinaryWriter, T> write)
    {
        _row.BaseStream.SetLength(0);
        write(_row, row);
        _row.Flush();
        var bytes = (MemoryStream)_row.BaseStream;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), hash);
        for (var lane = 0; lane < _lanes.Length; lane++)
        {
            _lanes[lane] += BinaryPrimitives.ReadUInt64BigEndian(hash[(lane * sizeof(ulong))..]);
        }

        if (++_rows % RowsAtOnce == 0)
        {
            pace.Keep();
        }
    }

    public RowsDigest Result(IdentityVault vault)
    {
        var sum = new byte[sizeof(long) + SHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(sum, _rows);
        for (var lane = 0; lane < _lanes.Length; lane++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(sum.AsSpan(sizeof(long) + (lane * sizeof(ulong))), _lanes[lane]);
        }

        return new RowsDigest(_rows, Convert.ToHexStringLower(vault.Mac(sum)));
    }
}

/// <summary>Values so that no two sequences of them give the same bytes.</summary>
internal static class RowWriting
{
    public static void Write(this BinaryWriter row, Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes);
        row.Write(bytes);
    }

    public static void Write(this BinaryWriter row, DateOnly? day) => row.Write(day?.DayNumber ?? -1);

    public static void WriteWord<T>(this BinaryWriter row, T? value)
        where T : struct, Enum => row.Write(value is { } known ? Convert.ToInt32(known, CultureInfo.InvariantCulture) : -1);

    public static void WriteAll<T>(this BinaryWriter row, IReadOnlyCollection<T> values, Action<BinaryWriter, T> write)
    {
        row.Write(values.Count);
        foreach (var value in values)
        {
            write(row, value);
        }
    }
}
