using System.Security.Cryptography;
using Blacklist.Api.Receipts.Roots;

namespace Blacklist.Api.Receipts;

/// <summary>Why a receipt is not believed.</summary>
internal enum ReceiptFlaw
{
    /// <summary>Not the one form of a receipt; also when it only looks the same.</summary>
    Malformed,

    /// <summary>Signed under a key that is none of the published ones.</summary>
    KeyUnknown,

    /// <summary>The answer, or what belongs to it, is not a leaf of the tree.</summary>
    NotInTree,

    /// <summary>The signature is not that of the statement.</summary>
    SignatureWrong,

    /// <summary>Well signed, but the registry never stored such a root.</summary>
    RootUnknown,
}

/// <summary>Says whether bytes are a receipt of this registry, by the published keys alone.</summary>
internal sealed class ReceiptVerifier(ReceiptKeys keys)
{
    /// <returns>The receipt when it is genuine, else why it is not.</returns>
    public (Receipt? Genuine, ReceiptFlaw? Flaw) Verify(ReadOnlySpan<byte> bytes)
    {
        if (ReceiptDocument.Read(bytes) is not { } receipt)
        {
            return (null, ReceiptFlaw.Malformed);
        }

        if (keys.Find(receipt.Kid) is not { } key)
        {
            return (null, ReceiptFlaw.KeyUnknown);
        }

        var statement = receipt.Statement;
        if (!MerkleTree.Proves(receipt.Content.Hash, receipt.Leaf, statement.Leaves, receipt.Path.Span, statement.Root.Span))
        {
            return (null, ReceiptFlaw.NotInTree);
        }

        lock (key)
        {
            return LowSignature.Is(receipt.Signature.Span)
                && key.Security.ECDsa.VerifyData(statement.Bytes.Span, receipt.Signature.Span, HashAlgorithmName.SHA256)
                ? (receipt, null)
                : (null, ReceiptFlaw.SignatureWrong);
        }
    }
}
