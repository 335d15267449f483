using System.Buffers;
using System.Text.Json;
using Blacklist.Api.Http.Json;
using Blacklist.Api.Receipts;
using Blacklist.Api.Receipts.Roots;

namespace Blacklist.Api.Eligibility.Receipts;

/// <summary>An answer on record with its place under a signed root.</summary>
/// <param name="Content">What was signed.</param>
/// <param name="Root">Null for answers older than receipts.</param>
internal sealed record GivenAnswer(LeafContent Content, SignedRoot? Root, int Leaf)
{
    public byte[] Answer => Content.Answer;

    public Receipt? Receipt => Root?.ReceiptOf(Content, Leaf);

    /// <summary>
    /// The body of the response: the recorded answer, its receipt (<c>null</c> for answers older than receipts), and the statements that the
    /// answer names, if any.
    /// </summary>
    public ReadOnlyMemory<byte> Body(IReadOnlyList<DisclosedStatement> statements)
    {
        var receipt = Receipt;
        var body = new ArrayBufferWriter<byte>(Answer.Length + (receipt?.Size ?? 0) + 64);
        body.Write(Answer.AsSpan(..^1));
        body.Write(",\"receipt\":"u8);
        if (receipt is null)
        {
            body.Write("null"u8);
        }
        else
        {
            receipt.Write(new ReceiptText(body));
        }

        if (statements.Count > 0)
        {
            body.Write(",\"statements\":"u8);
            body.Write(JsonSerializer.SerializeToUtf8Bytes(statements, EdgeJson.Options));
        }

        body.Write("}"u8);
        return body.WrittenMemory;
    }
}
