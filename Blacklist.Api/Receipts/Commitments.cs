using System.Buffers;
using System.Security.Cryptography;
using Blacklist.Api.Vault;

namespace Blacklist.Api.Receipts;

/// <summary>
/// What an answer is about, without saying it: salt (16 bytes), digest of the question (32), then for each subject the number of its
/// digests (1) and these (32 each). A digest is SHA-256 of 20 bits that nobody keeps (3 bytes), the salt, a label, a zero byte and the content:
/// who knows the content finds it again in a second, who guesses has to try a million times for every guess.
/// </summary>
internal sealed class Commitments
{
    public const int SaltSize = 16;
    public const int HiddenBits = 20;

    private const int DigestSize = 32;
    private const int HiddenSize = 3;
    private const int LongestText = 1536; // a name may have 400 characters of 3 bytes

    private readonly byte[] _random = new byte[SaltSize + (8 * HiddenSize)]; // drawn at once: drawing costs more than hashing
    private int _drawn = SaltSize;

    private readonly ArrayBufferWriter<byte> _all = new(SaltSize + DigestSize + 1 + DigestSize);

    /// <param name="question">The request, byte by byte as it came.</param>
    public Commitments(ReadOnlySpan<byte> question)
        : this()
    {
        Span<byte> digest = stackalloc byte[DigestSize];
        SHA256.HashData(question, digest);
        Commit("question"u8, digest);
    }

    private Commitments()
    {
        Randomness.Fill(_random);
        _all.Write(_random.AsSpan(0, SaltSize));
    }

    /// <summary>For a request that is too large to be held at once.</summary>
    /// <param name="hash">Its SHA-256.</param>
    public static Commitments OfHashed(ReadOnlySpan<byte> hash)
    {
        var commitments = new Commitments();
        commitments.Commit("question"u8, hash);
        return commitments;
    }

    public void AddSubject(int digests)
    {
        _all.GetSpan(1)[0] = checked((byte)digests);
        _all.Advance(1);
    }

    public void Commit(ReadOnlySpan<byte> label, ReadOnlySpan<byte> content)
    {
        if (_drawn == _random.Length)
        {
            Randomness.Fill(_random);
            _drawn = SaltSize;
        }

        var hidden = _random.AsSpan(_drawn, HiddenSize);
        hidden[0] &= (1 << (HiddenBits - 16)) - 1;
        _drawn += HiddenSize;
        Digest(_all.WrittenSpan[..SaltSize], hidden, label, content, _all.GetSpan(DigestSize));
        hidden.Clear();
        _all.Advance(DigestSize);
    }

    public byte[] ToArray() => _all.WrittenSpan.ToArray();

    private static void Digest(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> hidden, ReadOnlySpan<byte> label, ReadOnlySpan<byte> content, Span<byte> digest)
    {
        Span<byte> text = stackalloc byte[LongestText];
        hidden.CopyTo(text);
        salt.CopyTo(text[HiddenSize..]);
        label.CopyTo(text[(HiddenSize + SaltSize)..]);
        var length = HiddenSize + SaltSize + label.Length;
        text[length++] = 0;
        content.CopyTo(text[length..]);
        SHA256.HashData(text[..(length + content.Length)], digest);
        text.Clear();
    }
}
