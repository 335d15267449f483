using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Blacklist.Api.Audit;
using Blacklist.Api.Http.Json;
using Blacklist.Api.Receipts.Roots;

namespace Blacklist.Api.Receipts;

/// <summary>Signed proof of an answer, as <see cref="Receipt.Write()"/> writes it; bytes are base64url without padding.</summary>
/// <param name="Format"><c>blacklist-receipt-1</c>.</param>
/// <param name="Answer">The exact bytes that were answered, without the receipt.</param>
/// <param name="ReliableUntil">Last day on which an approval may rely on the answer; null when none may.</param>
/// <param name="Salt">16 bytes that enter every digest.</param>
/// <param name="Question">Digest of the request: who kept the request can prove that it was this one.</param>
/// <param name="Subjects">For each applicant a digest of each identity document, or of the name when there is none.</param>
/// <param name="Leaf">Place of this answer in the tree, from 0.</param>
/// <param name="Path">Hashes from the leaf to the root (RFC 9162 §2.1.3).</param>
/// <param name="Kid">The key in <c>/.well-known/receipt-keys.json</c>.</param>
/// <param name="Signature">ES256 over the bytes of <c>statement</c>.</param>
[Disclosed(DisclosureTier.Verdict)]
internal sealed record ReceiptDocument(
    string Format,
    string Answer,
    DateOnly? ReliableUntil,
    string Salt,
    string Question,
    IReadOnlyList<IReadOnlyList<string>> Subjects,
    int Leaf,
    IReadOnlyList<string> Path,
    RootStatementDocument Statement,
    string Kid,
    string Signature)
{
    /// <summary>The receipt, or null when the bytes are anything but the one form of one.</summary>
    public static Receipt? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Ascii.IsValid(bytes)
                && JsonSerializer.Deserialize<ReceiptDocument>(bytes, EdgeJson.Options)?.ToReceipt() is { } receipt
                && receipt.Write().AsSpan().SequenceEqual(bytes)
                ? receipt
                : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidOperationException or OverflowException)
        {
            return null;
        }
    }

    private Receipt? ToReceipt()
    {
        var commitments = new List<byte>([.. Bytes(Salt, Commitments.SaltSize), .. Hash(Question)]);
        foreach (var subject in Subjects)
        {
            commitments.Add(checked((byte)subject.Count));
            commitments.AddRange(subject.SelectMany(Hash));
        }

        return new Receipt(
            new LeafContent(Base64Url.DecodeFromChars(Answer), ReliableUntil, [.. commitments]),
            Leaf, Path.SelectMany(Hash).ToArray(), Statement.ToStatement(), Kid, Bytes(Signature, 64));
    }

    public static byte[] Hash(string text) => Bytes(text, MerkleTree.HashSize);

    private static byte[] Bytes(string text, int size) =>
        Base64Url.DecodeFromChars(text) is { } bytes && bytes.Length == size ? bytes : throw new FormatException("A value has another length.");
}

/// <summary>What is signed of the tree: exactly these bytes as they stand in the receipt.</summary>
/// <param name="Format"><c>blacklist-receipt-root-1</c>.</param>
/// <param name="Chain">One node's roots, one after the other.</param>
/// <param name="Number">Place in the chain, from 1.</param>
/// <param name="Previous">SHA-256 of the statement before it; 32 zero bytes before the first.</param>
/// <param name="Root">Root of the tree.</param>
/// <param name="Leaves">How many answers it has.</param>
/// <param name="Position">Every answer of the tree saw the log at least up to here.</param>
internal sealed record RootStatementDocument(string Format, string Chain, long Number, string Previous, string Root, int Leaves, long Position)
{
    public RootStatement ToStatement() => new(
        Guid.ParseExact(Chain, "D"), Number, ReceiptDocument.Hash(Previous), ReceiptDocument.Hash(Root), Leaves, Position);
}
