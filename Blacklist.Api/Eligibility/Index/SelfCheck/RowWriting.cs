using System.Globalization;

namespace Blacklist.Api.Eligibility.Index.SelfCheck;

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
