using System.Buffers;
using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Identity;

/// <summary>
/// Unified social credit code of an organization (统一社会信用代码, GB 32100-2015): department, category, 6 digits of region,
/// 9 of organization code (GB 11714-1997 with its own check character), 1 check character by modulus 31.
/// The first two places take any character of the standard's alphabet: its amendments go on adding departments with letters.
/// </summary>
public sealed record CreditCode
{
    public static readonly Refusal Empty = new("credit_code_empty", "The code is empty.");
    public static readonly Refusal Length = new("credit_code_length", "A unified social credit code has 18 places.");
    public static readonly Refusal Characters = new("credit_code_characters", "The code uses digits and capital letters without I, O, S, V and Z.");
    public static readonly Refusal Region = new("credit_code_region", "Places 3 to 8 are the digits of a region.");
    public static readonly Refusal OrganizationCode = new(
        "credit_code_organization_code", "Places 9 to 17 are an organization code whose check character does not fit (GB 11714).");
    public static readonly Refusal CheckCharacter = new("credit_code_check_character", "The last place does not fit the other 17.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [Empty, Length, Characters, Region, OrganizationCode, CheckCharacter];

    private const int Places = 18;
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly SearchValues<char> Allowed = SearchValues.Create(Alphabet);

    private CreditCode(string value) => Value = value;

    private static ReadOnlySpan<byte> Weights => [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    private static ReadOnlySpan<byte> OrganizationWeights => [3, 7, 9, 10, 5, 8, 4, 2];

    public string Value { get; }

    /// <summary>GB/T 2260 code of the registering authority's place.</summary>
    public string RegionCode => Value[2..8];

    public static Parsed<CreditCode> Parse(string text)
    {
        Span<char> buffer = stackalloc char[DocumentText.Capacity];
        var code = DocumentText.Fold(text, buffer);
        if (code.Length != Places)
            return code.IsEmpty ? Empty : Length;
        if (code.ContainsAnyExcept(Allowed))
            return Characters;
        if (!DocumentText.AreDigits(code[2..8]))
            return Region;
        if (OrganizationCheck(code[8..16]) != code[16])
            return OrganizationCode;
        return Check(code[..17]) == code[17] ? new CreditCode(new string(code)) : CheckCharacter;
    }

    public override string ToString() => Value;

    private static char Check(ReadOnlySpan<char> first17)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += Alphabet.IndexOf(first17[i], StringComparison.Ordinal) * Weights[i];
        return Alphabet[(31 - (sum % 31)) % 31];
    }

    private static char OrganizationCheck(ReadOnlySpan<char> first8)
    {
        var sum = 0;
        for (var i = 0; i < OrganizationWeights.Length; i++)
            sum += (char.IsAsciiDigit(first8[i]) ? first8[i] - '0' : first8[i] - 'A' + 10) * OrganizationWeights[i];
        return "0123456789X0"[11 - (sum % 11)];
    }
}
