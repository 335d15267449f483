namespace Blacklist.Tests;

/// <summary>Numbers that belong to nobody, and the search for them in bytes of any kind: one pass, however many there are.</summary>
internal sealed class Canaries(IReadOnlyList<string> numbers)
{
    private const int Whole = 17; // the check digit says nothing new
    private const int Shorter = 15; // as cards of the first generation have it

    private readonly HashSet<string> _known = [.. numbers.Select(number => number[..Whole]), .. numbers.Select(Short)];

    public IReadOnlyList<string> Numbers { get; } = numbers;

    public static Canaries Of(int count) => new([.. Enumerable.Range(0, count).Select(index => ResidentIds.Of(5_000_000 + (index * 1_009)))]);

    public static string Short(string number) => number[..6] + number[8..Whole];

    public bool IsIn(string text) => IsIn(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>As digits of UTF-8, of UTF-16 in both orders, and of the hexadecimal text in which dumps write bytes.</summary>
    public bool IsIn(ReadOnlySpan<byte> content) =>
        IsIn(content, "70"u8, 0, 1, (bytes, at) => bytes[at])
        || IsIn(content, "7\00"u8, 0, 2, (bytes, at) => at + 1 < bytes.Length && bytes[at + 1] == 0 ? bytes[at] : (byte)0)
        || IsIn(content, "\07\00"u8, 1, 2, (bytes, at) => bytes[at - 1] == 0 ? bytes[at] : (byte)0)
        || IsIn(content, "3730"u8, 1, 2, (bytes, at) => bytes[at - 1] == (byte)'3' ? bytes[at] : (byte)0);

    /// <param name="beginning">How a canary begins in this writing.</param>
    /// <param name="first">Where in that its first digit is.</param>
    private bool IsIn(ReadOnlySpan<byte> content, ReadOnlySpan<byte> beginning, int first, int step, Letter letter)
    {
        Span<char> run = stackalloc char[Whole];
        var lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = content.IndexOf(beginning); at >= 0;)
        {
            var length = 0;
            for (var next = at + first; length < Whole && next < content.Length && letter(content, next) is >= (byte)'0' and <= (byte)'9' and var digit; next += step)
            {
                run[length++] = (char)digit;
            }

            if (length >= Shorter && (lookup.Contains(run[..Shorter]) || (length == Whole && lookup.Contains(run))))
            {
                return true;
            }

            var more = content[(at + 1)..].IndexOf(beginning);
            at = more < 0 ? -1 : at + 1 + more;
        }

        return false;
    }

    private delegate byte Letter(ReadOnlySpan<byte> bytes, int at);
}
