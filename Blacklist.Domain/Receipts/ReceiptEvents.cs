using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Receipts;

/// <summary>The roots that one node signed up to here are in the log by the last one's head, which holds those of all before it.</summary>
/// <param name="Head">SHA-256 of the last root's statement, in lower-case hexadecimal.</param>
[StoredName("receipt_roots_anchored")]
public sealed record ReceiptRootsAnchored(ReceiptChainId ChainId, long First, long Last, string Head, ClerkId By) : IEvent;
