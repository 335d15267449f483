using System.Security.Cryptography;
using Blacklist.Api.Vault;

namespace Blacklist.Tests.Vault;

/// <summary>What the platform seals it opens, and nothing else; where the processor lacks the instructions the platform opens, and the same holds.</summary>
public sealed class GcmOpeningSpecs
{
    private const int MostBytes = 200;

    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 8).SelectMany(part => SHA256.HashData([(byte)part]))];

    /// <summary>Test cases 13, 14 and 16 of the GCM specification by McGrew and Viega.</summary>
    [Theory]
    [InlineData("00", 32, "000000000000000000000000", "", "", "530f8afbc74536b9a963b4f1c4cb738b", "")]
    [InlineData(
        "00", 32, "000000000000000000000000", "", "cea7403d4d606b6e074ec5d3baf39d18", "d0d1c8a799996bf0265b98b5d48ab919", "00000000000000000000000000000000")]
    [InlineData(
        "feffe9928665731c6d6a8f9467308308", 2, "cafebabefacedbaddecaf888", "feedfacedeadbeeffeedfacedeadbeefabaddad2",
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
        "76fc6ece0f4e1768cddf8853bb2d551b",
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39")]
    public void The_published_cases_open(string key, int times, string nonce, string associated, string ciphertext, string tag, string plain) =>
        Opened(Hex(string.Concat(Enumerable.Repeat(key, times))), Hex(nonce + tag + ciphertext), Hex(associated)).ShouldBe(Hex(plain));

    [Fact]
    public void What_the_platform_seals_opens_at_every_length()
    {
        for (var length = 0; length <= MostBytes; length++)
        {
            var (key, plain, associated) = (Bytes[(length % 97)..][..32], Bytes[..length], Bytes[..(length * 7 % 61)]);
            using var cipher = Envelope.Cipher(key);

            Opened(key, Envelope.Seal(cipher, plain, associated), associated).ShouldBe(plain, $"{length} bytes");
        }
    }

    [Fact]
    public void Every_changed_bit_is_noticed_and_nothing_is_written()
    {
        var (key, associated) = (Bytes[..32], Bytes[..20]);
        using var cipher = Envelope.Cipher(key);
        var whole = Envelope.Seal(cipher, Bytes.AsSpan(0, 45), associated);

        foreach (var changed in Altered(whole))
            Refused(key, changed, associated);
        foreach (var changed in Altered(associated))
            Refused(key, whole, changed);
        foreach (var changed in Altered(key))
            Refused(changed, whole, associated);
        Refused(key, whole, [.. associated, 0]);
    }

    private static byte[] Opened(byte[] key, byte[] whole, byte[] associated)
    {
        var plain = new byte[whole.Length - Envelope.Overhead];
        Envelope.Open(key, whole, associated, plain);
        return plain;
    }

    private static void Refused(byte[] key, byte[] whole, byte[] associated)
    {
        var plain = new byte[whole.Length - Envelope.Overhead];
        Should.Throw<CryptographicException>(() => Envelope.Open(key, whole, associated, plain));
        plain.ShouldAllBe(written => written == 0);
    }

    private static IEnumerable<byte[]> Altered(byte[] bytes) => Enumerable.Range(0, bytes.Length * 8)
        .Select(bit => (byte[])[.. bytes[..(bit / 8)], (byte)(bytes[bit / 8] ^ (1 << (bit % 8))), .. bytes[((bit / 8) + 1)..]]);

    private static byte[] Hex(string text) => Convert.FromHexString(text);
}
