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
        IsIn(content, 1, (bytes, at) => bytes[at])
        || IsIn(content, 2, (bytes, at) => at + 1 < bytes.Length && bytes[at + 1] == 0 ? bytes[at] : (byte)0)
        || IsIn(content, 2, (bytes, at) => bytes[at] == (byte)'3' && at + 1 < bytes.Length ? bytes[at + 1] : (byte)0);

    private bool IsIn(ReadOnlySpan<byte> content, int step, Letter letter)
    {
        Span<char> run = stackalloc char[Whole];
        var lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var begin = 0; begin + (Shorter * step) <= content.Length; begin++)
        {
            var length = 0;
            while (length < Whole && begin + (length * step) < content.Length && letter(content, begin + (length * step)) is >= (byte)'0' and <= (byte)'9' and var digit)
            {
                run[length++] = (char)digit;
            }

            if (length >= Shorter && (lookup.Contains(run[..Shorter]) || (length == Whole && lookup.Contains(run))))
            {
                return true;
            }
        }

        return false;
    }

    private delegate byte Letter(ReadOnlySpan<byte> bytes, int at);
}
