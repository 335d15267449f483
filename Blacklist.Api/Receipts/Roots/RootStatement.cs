using System.Security.Cryptography;

namespace Blacklist.Api.Receipts.Roots;

/// <summary>What is signed of a tree: which it is in its chain, what it follows, its root and size, and up to where its answers saw the log at least.</summary>
/// <param name="Previous">Head of the root before it; zeros before the first.</param>
/// <param name="Format">What the leaves are: a root of one kind is none of the other.</param>
internal sealed record RootStatement(
    Guid Chain, long Number, ReadOnlyMemory<byte> Previous, ReadOnlyMemory<byte> Root, int Leaves, long Position, string Format = RootStatement.OfReceipts)
{
    public const string OfReceipts = "blacklist-receipt-root-1";
    public const string OfAudit = "blacklist-audit-root-1";

    /// <summary>The very bytes that are signed: the object <c>statement</c> as it stands in every receipt.</summary>
    public ReadOnlyMemory<byte> Bytes { get; } = Write(Format, Chain, Number, Previous.Span, Root.Span, Leaves, Position);

    /// <summary>What the next root follows.</summary>
    public byte[] Head() => SHA256.HashData(Bytes.Span);

    private static byte[] Write(string format, Guid chain, long number, ReadOnlySpan<byte> previous, ReadOnlySpan<byte> root, int leaves, long position)
    {
        var text = new ReceiptText(384);
        text.Raw("{\"format\":\""u8);
        text.Ascii(format);
        text.Raw("\",\"chain\":\""u8);
        text.Id(chain);
        text.Raw("\",\"number\":"u8);
        text.Number(number);
        text.Raw(",\"previous\":\""u8);
        text.Base64(previous);
        text.Raw("\",\"root\":\""u8);
        text.Base64(root);
        text.Raw("\",\"leaves\":"u8);
        text.Number(leaves);
        text.Raw(",\"position\":"u8);
        text.Number(position);
        text.Raw("}"u8);
        return text.ToArray();
    }
}
