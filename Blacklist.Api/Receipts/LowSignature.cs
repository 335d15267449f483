namespace Blacklist.Api.Receipts;

/// <summary>
/// Of the two signatures (r, s) and (r, n−s) that hold for the same text only the one with the lower s is ours: so nobody can turn a
/// receipt into another one that is also true (the rule of BIP 62, here for P-256).
/// </summary>
internal static class LowSignature
{
    private const int Half = 32;

    /// <summary>Order of P-256 (NIST SP 800-186, 3.2.1.3).</summary>
    private static readonly byte[] Order = Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");

    private static readonly byte[] Highest = Convert.FromHexString("7FFFFFFF800000007FFFFFFFFFFFFFFFDE737D56D38BCF4279DCE5617E3192A8");

    public static bool Is(ReadOnlySpan<byte> signature) => signature[Half..].SequenceCompareTo(Highest) <= 0;

    /// <param name="signature">r and s, 32 bytes each (IEEE P1363); changed in place.</param>
    public static byte[] Of(byte[] signature)
    {
        if (Is(signature))
        {
            return signature;
        }

        var borrow = 0;
        for (var place = Half - 1; place >= 0; place--)
        {
            var difference = Order[place] - signature[Half + place] - borrow;
            borrow = difference < 0 ? 1 : 0;
            signature[Half + place] = (byte)difference;
        }

        return signature;
    }
}
