using System.Buffers.Binary;

namespace Blacklist.Api.Demo.Plan;

/// <summary>Ids in the form of version 7 (RFC 9562), the same in every run: they rise in the order of the plan, as real ones rise with time.</summary>
internal sealed class DemoIds(ulong seed)
{
    private const long Milliseconds = 1_793_491_200_000; // 2026-11-01T00:00:00Z

    private int _count;

    /// <summary>Ids that the examples of the API document name.</summary>
    public static Guid Fixed(int number) => Guid.Parse($"0b000000-0000-7000-8000-{number:000000000000}");

    public Guid Next()
    {
        var random = SplitMix64.At(seed, _count);
        Span<byte> id = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(id, (Milliseconds + _count++) << 16);
        BinaryPrimitives.WriteUInt16BigEndian(id[6..], (ushort)(0x7000 | random.Next(0x1000)));
        BinaryPrimitives.WriteUInt64BigEndian(id[8..], 0x8000_0000_0000_0000 | (random.Next() >> 2));
        return new Guid(id, bigEndian: true);
    }
}
