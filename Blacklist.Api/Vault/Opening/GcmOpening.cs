using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;
using Aes = System.Runtime.Intrinsics.X86.Aes;

namespace Blacklist.Api.Vault.Opening;

/// <summary>
/// Opens what was sealed with AES-256-GCM (NIST SP 800-38D) by the processor's own instructions: where millions of keys open one record each, a cipher object
/// of the platform costs ten times what it decrypts (adr/0040). Its time depends on lengths alone.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct GcmOpening
{
    private const int Block = 16;

    private static readonly Vector128<byte> Backwards = Vector128.Create((byte)15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);

    // x^127 + x^126 + x^121 above, and the carry out of the highest bit below.
    private static readonly Vector128<ulong> Polynomial = Vector128.Create(1UL, 0xC200000000000000);

    private readonly RoundKeys _keys;
    private readonly Vector128<ulong> _hash;

    /// <param name="key">32 bytes.</param>
    public GcmOpening(ReadOnlySpan<byte> key)
    {
        _keys = new RoundKeys(key);
        _hash = Doubled(Vector128.Shuffle(Encrypted(Vector128<byte>.Zero), Backwards).AsUInt64());
    }

    public static bool IsSupported => Aes.IsSupported && Pclmulqdq.IsSupported;

    /// <param name="nonce">12 bytes.</param>
    /// <param name="tag">16 bytes.</param>
    /// <param name="plain">As long as the ciphertext; nothing is written unless the tag is right.</param>
    public bool TryOpen(
        ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> ciphertext, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> associated, Span<byte> plain)
    {
        Span<byte> counter = stackalloc byte[Block];
        nonce.CopyTo(counter);
        BinaryPrimitives.WriteInt32BigEndian(counter[nonce.Length..], 1);
        Span<byte> expected = stackalloc byte[Block];
        (Encrypted(Vector128.Create<byte>(counter)) ^ Authenticated(associated, ciphertext)).CopyTo(expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, tag))
            return false;
        for (var at = 0; at < ciphertext.Length; at += Block)
        {
            BinaryPrimitives.WriteInt32BigEndian(counter[nonce.Length..], (at / Block) + 2);
            var block = Padded(ciphertext[at..]) ^ Encrypted(Vector128.Create<byte>(counter));
            if (plain.Length - at >= Block)
            {
                block.CopyTo(plain[at..]);
                continue;
            }

            block.CopyTo(expected);
            expected[..(plain.Length - at)].CopyTo(plain[at..]);
        }

        CryptographicOperations.ZeroMemory(expected);
        return true;
    }

    /// <summary>Nothing of the key is left here.</summary>
    public static void Forget(ref GcmOpening cipher) => CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(new Span<GcmOpening>(ref cipher)));

    private static Vector128<byte> Padded(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= Block)
            return Vector128.Create(bytes[..Block]);
        Span<byte> padded = stackalloc byte[Block];
        padded.Clear();
        bytes.CopyTo(padded);
        return Vector128.Create<byte>(padded);
    }

    private Vector128<byte> Encrypted(Vector128<byte> block)
    {
        ReadOnlySpan<Vector128<byte>> keys = _keys;
        block ^= keys[0];
        for (var round = 1; round < RoundKeys.Count - 1; round++)
            block = Aes.Encrypt(block, keys[round]);
        return Aes.EncryptLast(block, keys[RoundKeys.Count - 1]);
    }

    /// <summary>GHASH of both and of their lengths.</summary>
    private Vector128<byte> Authenticated(ReadOnlySpan<byte> associated, ReadOnlySpan<byte> ciphertext)
    {
        var state = Hashed(Hashed(Vector128<ulong>.Zero, associated), ciphertext);
        var lengths = Vector128.Create((ulong)ciphertext.Length * 8, (ulong)associated.Length * 8);
        return Vector128.Shuffle(Multiplied(state ^ lengths, _hash).AsByte(), Backwards);
    }

    private Vector128<ulong> Hashed(Vector128<ulong> state, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length > 0; bytes = bytes[Math.Min(Block, bytes.Length)..])
            state = Multiplied(state ^ Vector128.Shuffle(Padded(bytes), Backwards).AsUInt64(), _hash);
        return state;
    }

    /// <summary>In the field of GHASH, bits reflected; one of the factors is <see cref="Doubled"/>.</summary>
    private static Vector128<ulong> Multiplied(Vector128<ulong> one, Vector128<ulong> doubled)
    {
        var low = Pclmulqdq.CarrylessMultiply(one, doubled, 0x00);
        var middle = Pclmulqdq.CarrylessMultiply(one, doubled, 0x01) ^ Pclmulqdq.CarrylessMultiply(one, doubled, 0x10);
        var high = Pclmulqdq.CarrylessMultiply(one, doubled, 0x11);
        return Folded(high, Folded(middle, low));
    }

    /// <summary>Adds the lower half of a product to the upper one, modulo the polynomial.</summary>
    private static Vector128<ulong> Folded(Vector128<ulong> upper, Vector128<ulong> lower) =>
        upper ^ Vector128.Create(lower[1], lower[0]) ^ Pclmulqdq.CarrylessMultiply(Polynomial, lower, 0x01);

    /// <summary>Times x, which the reflected product lacks.</summary>
    private static Vector128<ulong> Doubled(Vector128<ulong> factor)
    {
        var carry = factor[1] >> 63;
        var shifted = Vector128.Create(factor[0] << 1, (factor[1] << 1) | (factor[0] >> 63));
        return shifted ^ (Polynomial & Vector128.Create(0 - carry));
    }

    [InlineArray(Count)]
    private struct RoundKeys
    {
        public const int Count = 15;

        private Vector128<byte> _first;

        public RoundKeys(ReadOnlySpan<byte> key)
        {
            this[0] = Vector128.Create(key[..Block]);
            this[1] = Vector128.Create(key[Block..]);
            AddPair(2, Aes.KeygenAssist(this[1], 0x01));
            AddPair(4, Aes.KeygenAssist(this[3], 0x02));
            AddPair(6, Aes.KeygenAssist(this[5], 0x04));
            AddPair(8, Aes.KeygenAssist(this[7], 0x08));
            AddPair(10, Aes.KeygenAssist(this[9], 0x10));
            AddPair(12, Aes.KeygenAssist(this[11], 0x20));
            this[14] = Next(this[12], Sse2.Shuffle(Aes.KeygenAssist(this[13], 0x40).AsInt32(), 0xFF));
        }

        private void AddPair(int at, Vector128<byte> assisted)
        {
            this[at] = Next(this[at - 2], Sse2.Shuffle(assisted.AsInt32(), 0xFF));
            this[at + 1] = Next(this[at - 1], Sse2.Shuffle(Aes.KeygenAssist(this[at], 0x00).AsInt32(), 0xAA));
        }

        private static Vector128<byte> Next(Vector128<byte> before, Vector128<int> assisted)
        {
            before ^= Sse2.ShiftLeftLogical128BitLane(before, 4);
            before ^= Sse2.ShiftLeftLogical128BitLane(before, 8);
            return before ^ assisted.AsByte();
        }
    }
}
