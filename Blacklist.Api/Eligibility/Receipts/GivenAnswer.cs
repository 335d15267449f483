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

    /// <summary>The body of the response.</summary>
    public byte[] Body(IReadOnlyList<DisclosedStatement> statements) =>
        AnswerJson.WithReceipt(Answer, Receipt is { } receipt ? receipt.Write() : "null"u8, statements);
}
