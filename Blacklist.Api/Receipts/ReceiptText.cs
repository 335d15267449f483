using System.Buffers;
using System.Buffers.Text;

namespace Blacklist.Api.Receipts;

/// <summary>Writes JSON in the one form that receipts have: ASCII, no space, base64url without padding.</summary>
internal readonly struct ReceiptText(ArrayBufferWriter<byte> text)
{
    public ReceiptText(int size)
        : this(new ArrayBufferWriter<byte>(size))
    {
    }

    public void Raw(ReadOnlySpan<byte> json) => text.Write(json);

    public void Base64(ReadOnlySpan<byte> bytes)
    {
        var room = text.GetSpan(Base64Url.GetEncodedLength(bytes.Length));
        text.Advance(Base64Url.EncodeToUtf8(bytes, room));
    }

    public void Number(long number)
    {
        Utf8Formatter.TryFormat(number, text.GetSpan(20), out var written);
        text.Advance(written);
    }

    public void Id(Guid id)
    {
        Utf8Formatter.TryFormat(id, text.GetSpan(36), out var written);
        text.Advance(written);
    }

    /// <param name="plain">Without anything that JSON would escape.</param>
    public void Ascii(string plain) => text.Advance(System.Text.Encoding.ASCII.GetBytes(plain, text.GetSpan(plain.Length)));

    public byte[] ToArray() => text.WrittenSpan.ToArray();
}
