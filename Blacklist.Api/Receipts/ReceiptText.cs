using System.Buffers;
using System.Buffers.Text;

namespace Blacklist.Api.Receipts;

/// <summary>Writes JSON in the one form that receipts have: ASCII, no space, base64url without padding.</summary>
internal readonly struct ReceiptText(int size)
{
    private readonly ArrayBufferWriter<byte> _text = new(size);

    public void Raw(ReadOnlySpan<byte> json) => _text.Write(json);

    public void Base64(ReadOnlySpan<byte> bytes)
    {
        var room = _text.GetSpan(Base64Url.GetEncodedLength(bytes.Length));
        _text.Advance(Base64Url.EncodeToUtf8(bytes, room));
    }

    public void Number(long number)
    {
        Utf8Formatter.TryFormat(number, _text.GetSpan(20), out var written);
        _text.Advance(written);
    }

    public void Id(Guid id)
    {
        Utf8Formatter.TryFormat(id, _text.GetSpan(36), out var written);
        _text.Advance(written);
    }

    /// <param name="plain">Without anything that JSON would escape.</param>
    public void Ascii(string plain) => _text.Advance(System.Text.Encoding.ASCII.GetBytes(plain, _text.GetSpan(plain.Length)));

    public byte[] ToArray() => _text.WrittenSpan.ToArray();
}
