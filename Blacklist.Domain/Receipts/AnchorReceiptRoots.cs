using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Receipts;

/// <summary>Puts the newest head of a chain into the log, so that no root before it can be changed or left out any more.</summary>
/// <param name="First">Number of the first root that is not anchored yet.</param>
/// <param name="Previous">What that root says it follows.</param>
/// <param name="Unbroken">Every root from the first to the last is there and follows the one before it.</param>
public sealed record AnchorReceiptRoots(ReceiptChainId ChainId, long First, string Previous, long Last, string Head, bool Unbroken, ClerkId By)
{
    public static readonly Refusal Broken = new("receipt_chain_broken", "A root is missing or does not follow the one before it: the chain was tampered with, or commits were lost.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [Broken];

    public static Outcome Decide(ReceiptChain chain, AnchorReceiptRoots command) => command switch
    {
        _ when command.Last <= chain.Last => Outcome.Nothing,
        _ when !command.Unbroken || command.First != chain.Last + 1 || command.Previous != chain.Head => Outcome.Refuse(Broken),
        _ => Outcome.Record(new ReceiptRootsAnchored(command.ChainId, command.First, command.Last, command.Head, command.By)),
    };
}
