using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Blacklist.Api.Receipts.Roots;

namespace Blacklist.Api.Receipts;

/// <summary>What one leaf holds. It is hashed as three parts, each after its length (4 bytes, big-endian): answer, day (empty when there is none), commitments.</summary>
internal sealed class LeafContent
{
    private const string Day = "yyyy-MM-dd";

    public LeafContent(byte[] answer, DateOnly? reliableUntil, byte[] commitments)
    {
        (Answer, ReliableUntil, Commitments) = (answer, reliableUntil, commitments);
        Hash = HashAll();
    }

    /// <summary>The exact bytes that are stored and given.</summary>
    public byte[] Answer { get; }

    /// <summary>Last day on which an approval may rely on the answer; null when none may.</summary>
    public DateOnly? ReliableUntil { get; }

    /// <inheritdoc cref="Receipts.Commitments"/>
    public byte[] Commitments { get; }

    public byte[] Hash { get; }

    public static string? Write(DateOnly? day) => day?.ToString(Day, CultureInfo.InvariantCulture);

    private byte[] HashAll()
    {
        var size = 1 + (3 * sizeof(int)) + Answer.Length + Day.Length + Commitments.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        buffer[0] = 0;
        var length = 1;
        Add(Answer);
        Span<byte> day = stackalloc byte[Day.Length];
        Add(day[..Encoding.ASCII.GetBytes(Write(ReliableUntil) ?? "", day)]);
        Add(Commitments);
        var hash = new byte[MerkleTree.HashSize];
        MerkleTree.HashLeaf(buffer.AsSpan(0, length), hash);
        ArrayPool<byte>.Shared.Return(buffer);
        return hash;

        void Add(ReadOnlySpan<byte> part)
        {
            BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(length), part.Length);
            part.CopyTo(buffer.AsSpan(length + sizeof(int)));
            length += sizeof(int) + part.Length;
        }
    }
}
