using Blacklist.Api.Receipts.Roots;

namespace Blacklist.Api.Receipts;

/// <summary>核查回执: proof that an answer was given. It has one form only: any other writing of the same is none (<c>docs/receipts.md</c>).</summary>
/// <param name="Path">From the leaf to the root, lowest first.</param>
internal sealed record Receipt(LeafContent Content, int Leaf, ReadOnlyMemory<byte> Path, RootStatement Statement, string Kid, ReadOnlyMemory<byte> Signature)
{
    public const string Format = "blacklist-receipt-1";

    /// <summary>Enough for its text.</summary>
    public int Size => 1024 + (Content.Answer.Length * 3 / 2) + (Content.Commitments.Length * 3 / 2) + (Path.Length * 3 / 2);

    public byte[] Write()
    {
        var text = new ReceiptText(Size);
        Write(text);
        return text.ToArray();
    }

    public void Write(ReceiptText text)
    {
        text.Raw("{\"format\":\"blacklist-receipt-1\",\"answer\":\""u8);
        text.Base64(Content.Answer);
        text.Raw("\",\"reliableUntil\":"u8);
        WriteDay(text);
        text.Raw(",\"salt\":\""u8);
        text.Base64(Content.Commitments.AsSpan(0, Commitments.SaltSize));
        text.Raw("\",\"question\":\""u8);
        text.Base64(Content.Commitments.AsSpan(Commitments.SaltSize, MerkleTree.HashSize));
        text.Raw("\",\"subjects\":["u8);
        WriteSubjects(text, Content.Commitments.AsSpan(Commitments.SaltSize + MerkleTree.HashSize));
        text.Raw("],\"leaf\":"u8);
        text.Number(Leaf);
        text.Raw(",\"path\":["u8);
        WriteHashes(text, Path.Span);
        text.Raw("],\"statement\":"u8);
        text.Raw(Statement.Bytes.Span);
        text.Raw(",\"kid\":\""u8);
        text.Ascii(Kid);
        text.Raw("\",\"signature\":\""u8);
        text.Base64(Signature.Span);
        text.Raw("\"}"u8);
    }

    /// <summary>What a paper copy shows: the check's leaf in the tree, to be compared with the receipt on file.</summary>
    public string Reference()
    {
        var text = new ReceiptText(64);
        text.Raw("blacklist-receipt-1:"u8);
        text.Base64(Content.Hash);
        return System.Text.Encoding.ASCII.GetString(text.ToArray());
    }

    private void WriteDay(ReceiptText text)
    {
        if (LeafContent.Write(Content.ReliableUntil) is not { } day)
        {
            text.Raw("null"u8);
            return;
        }

        text.Raw("\""u8);
        text.Ascii(day);
        text.Raw("\""u8);
    }

    private static void WriteSubjects(ReceiptText text, ReadOnlySpan<byte> subjects)
    {
        for (var first = true; !subjects.IsEmpty; first = false)
        {
            text.Raw(first ? "["u8 : ",["u8);
            var digests = subjects[0] * MerkleTree.HashSize;
            WriteHashes(text, subjects.Slice(1, digests));
            text.Raw("]"u8);
            subjects = subjects[(1 + digests)..];
        }
    }

    private static void WriteHashes(ReceiptText text, ReadOnlySpan<byte> hashes)
    {
        for (var first = true; !hashes.IsEmpty; first = false)
        {
            text.Raw(first ? "\""u8 : ",\""u8);
            text.Base64(hashes[..MerkleTree.HashSize]);
            text.Raw("\""u8);
            hashes = hashes[MerkleTree.HashSize..];
        }
    }
}
