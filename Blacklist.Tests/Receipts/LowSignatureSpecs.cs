using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using Blacklist.Api.Receipts;

namespace Blacklist.Tests.Receipts;

public sealed class LowSignatureSpecs
{
    private static readonly BigInteger Order = BigInteger.Parse("0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [Fact]
    public void Of_two_signatures_that_hold_one_is_ours_and_the_other_becomes_it()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        for (var turn = 0; turn < 100; turn++)
        {
            byte[] text = [(byte)turn];
            var made = key.SignData(text, HashAlgorithmName.SHA256);
            var other = Mirrored(made);
            key.VerifyData(text, other, HashAlgorithmName.SHA256).ShouldBeTrue();

            LowSignature.Is(made).ShouldBe(!LowSignature.Is(other));
            LowSignature.Of(made.ToArray()).ShouldBe(LowSignature.Of(other.ToArray()));
            LowSignature.Is(LowSignature.Of(made)).ShouldBeTrue();
            key.VerifyData(text, made, HashAlgorithmName.SHA256).ShouldBeTrue();
        }
    }

    private static byte[] Mirrored(byte[] signature)
    {
        var s = (Order - new BigInteger(signature.AsSpan(32), isUnsigned: true, isBigEndian: true)).ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. signature[..32], .. new byte[32 - s.Length], .. s];
    }
}
