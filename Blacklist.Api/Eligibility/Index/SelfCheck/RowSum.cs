using System.Buffers.Binary;
using System.Security.Cryptography;
using Blacklist.Api.Vault;

namespace Blacklist.Api.Eligibility.Index.SelfCheck;

/// <summary>Rows of one kind in two values: how many, and a digest that does not depend on their order. It is keyed, as rows hold who persons are.</summary>
internal sealed record RowsDigest(long Rows, string Digest);

/// <summary>Sums up rows in any order: the SHA-256 of each, added in four lanes of 64 bits.</summary>
#pragma warning disable CA1001 // A writer into memory holds nothing that must be given back.
internal sealed class RowSum
#pragma warning restore CA1001
{
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

        _rows++;
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
